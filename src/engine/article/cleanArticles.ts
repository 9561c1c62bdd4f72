import { countHan } from '../text/han';
import type { Article, Paragraph, RawArticle, Removal } from './article';
import { type CleaningHints, cleanArticle, final, type Kept } from './cleanArticle';
import { type Line, splitLines } from './cleaning/lines';
import { parseDate } from './metadata/dates/dates';
import { readFileName } from './metadata/fileName';
import { findParts, type Parts } from './volume/findParts';
import { withoutOrdinal } from './volume/headBlocks';
import { isRecordLabel, isRecordNumber, labelLength } from './volume/records';

type Several = Extract<Parts, { kind: 'several' }>;

/** Takes the place of a character that is no text; cleaning drops it, and offsets stay those of the source. */
const MASK = '\u200b';
/** A file that holds several articles is longer than this. */
const SHORTEST_VOLUME_UTF16 = 160;
const MOST_POST_LINES = 3;
/** What is shorter is a reply. */
const SHORTEST_POST_HAN = 30;

/**
 * The articles of a text: one, or the parts of a volume, a thread or an export, each with its own title, day and name and
 * with maps into the whole text. Where parts are likely and not certain it stays one article, titled by its file, without
 * the day and the name of its first part.
 */
export function cleanArticles(raw: RawArticle, hints: CleaningHints = {}): Article[] {
  const lines =
    raw.text.length < SHORTEST_VOLUME_UTF16
      ? []
      : splitLines(raw.text).filter(line => raw.text.slice(line.start, line.end).trim() !== '');
  const parts = findParts(lines.map(line => raw.text.slice(line.start, line.end).replaceAll(MASK, '').trim()));
  if (parts.kind === 'one') return [cleanArticle(raw, hints)];
  if (parts.kind === 'unsure') return [asWhole(raw, hints)];
  const articles = parts.starts.map((start, i) => {
    const end = parts.starts[i + 1] ?? lines.length;
    return partOf(raw.text, lines.slice(start, end), lines[end]?.start ?? raw.text.length, parts, i, hints.kept);
  });
  const full = parts.isThread ? withoutReplies(articles) : articles.filter(article => article.paragraphs.length > 0);
  if (parts.isThread && full.length === 1) return withPreface([titled(full[0]!, raw)], raw, lines, parts.starts[0]!);
  if (full.length < 2) return [cleanArticle(raw, hints)];
  return withPreface(full, raw, lines, parts.starts[0]!);
}

/** A thread bears the title of its one article; the post need not repeat it. */
function titled(article: Article, raw: RawArticle): Article {
  return raw.title && article.paragraphs[0]?.text.startsWith(article.title)
    ? { ...article, title: raw.title }
    : article;
}

/** The posts that are articles; a reply is reported as taken out of the post above it. */
function withoutReplies(posts: readonly Article[]): Article[] {
  const articles: Article[] = [];
  for (const post of posts) {
    const above = articles.at(-1);
    const han = post.paragraphs.reduce((sum, { text }) => sum + countHan(text), 0);
    if (!above || han >= SHORTEST_POST_HAN) {
      articles.push(post);
      continue;
    }
    const line = post.removed[0]?.line ?? 0;
    const replies = post.paragraphs.map(({ text }) => ({ reason: 'furniture', text, line, isFinal: true }) as const);
    articles[articles.length - 1] = { ...above, removed: [...above.removed, ...post.removed, ...replies] };
  }
  return articles;
}

/** One part, cleaned by itself; its maps and lines are those of the whole. */
function partOf(
  source: string,
  lines: readonly Line[],
  end: number,
  { isThread, talks }: Several,
  index: number,
  kept?: Kept,
): Article {
  const start = lines[0]!.start;
  const post = isThread ? postHead(source, lines) : { lines: [], published: null };
  const text = withoutLabels(
    source.slice(start, end),
    post.lines.map(line => line.start - start),
  );
  const label = labelEnd(text, talks?.labels[index] ?? 0);
  const known = {
    ...(post.published && { published: post.published }),
    ...(talks && { speaker: talks.speakers[index]! }),
    ...(talks?.title && { title: talks.title }),
    ...(talks?.date && { published: talks.date }),
  };
  const article = cleanArticle({ text: MASK.repeat(label) + text.slice(label), ...known }, { kept });
  const number = lines[0]!.number;
  const taken = post.lines.map(line => heading(source.slice(line.start, line.end), line.number));
  if (label > 0) taken.push(heading(text.slice(0, label).trim(), number));
  return {
    ...article,
    paragraphs: article.paragraphs.map(paragraph => shifted(paragraph, start)),
    removed: [...taken, ...article.removed.map(removal => ({ ...removal, line: removal.line + number }))],
    problems: article.problems.map(problem => ({ ...problem, line: problem.line + number })),
  };
}

const heading = (text: string, line: number): Removal => ({ reason: 'metadata', text, line, isFinal: true });

/** Where in a text its first so many characters end, blanks before them not counted. */
function labelEnd(text: string, length: number): number {
  return length === 0 ? 0 : text.length - text.trimStart().length + length;
}

/** The lines that say who posted and when, and the day they give. */
function postHead(source: string, lines: readonly Line[]): { lines: readonly Line[]; published: string | null } {
  const text = (line: Line) => source.slice(line.start, line.end);
  let count = 0;
  for (let i = 0; i < Math.min(lines.length, MOST_POST_LINES); i++) if (isRecordLabel(text(lines[i]!))) count = i + 1;
  const head = lines.slice(0, count);
  return { lines: head, published: head.map(line => parseDate(text(line))).find(date => date !== null) ?? null };
}

/** Without the labels that only say that the text begins, and without the lines that begin at `heads`. */
function withoutLabels(text: string, heads: readonly number[]): string {
  return text.replace(/[^\r\n]+/g, (line, offset: number) => {
    if (offset === 0 && withoutOrdinal(line.trim()) !== line.trim()) return maskedOrdinal(line);
    if (isRecordNumber(line)) return MASK.repeat(line.length);
    const length =
      heads.includes(offset) || (isRecordLabel(line) && !/\d/.test(line)) ? line.length : labelLength(line);
    return MASK.repeat(length) + line.slice(length);
  });
}

/** The number a collection puts before a title: `1. 在…上的讲话`. */
function maskedOrdinal(line: string): string {
  const title = withoutOrdinal(line.trim());
  const at = line.lastIndexOf(title);
  return MASK.repeat(at) + line.slice(at);
}

function shifted(paragraph: Paragraph, offset: number): Paragraph {
  return { ...paragraph, map: paragraph.map.map((value, i) => (i % 2 === 0 ? value : value + offset)) };
}

/** What stands before the first part, the title of the volume and its contents, is reported as taken out of it. */
function withPreface(articles: Article[], raw: RawArticle, lines: readonly Line[], first: number): Article[] {
  const preface: Removal[] = lines
    .slice(0, first)
    .map(({ start, end, number }) => ({ reason: 'furniture', text: raw.text.slice(start, end), line: number }));
  const removed = final([...(raw.removed ?? []), ...preface]);
  const [one, ...others] = articles;
  return removed.length === 0 ? articles : [{ ...one!, removed: [...removed, ...one!.removed] }, ...others];
}

/** One article of everything: heads within it stay, since nobody knows whose they are. */
function asWhole(raw: RawArticle, hints: CleaningHints): Article {
  const file = readFileName(hints.fileName ?? '');
  const whole = cleanArticle(raw, { ...hints, isVolume: true });
  return { ...whole, title: raw.title ?? file.title ?? whole.title };
}
