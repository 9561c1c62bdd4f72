import { type CorpusView, isStop, type Segment } from '../../index/segment';
import type { ArticleDirectory } from '../../passages/articleDirectory';
import { type ArticleCount, articlesOfSample, byAge, countArticles } from '../../passages/countArticles';
import type { Occurrence } from '../../passages/occurrences';
import { createParagraphPlaces, type Passage } from '../../passages/passage';
import { isSentenceEnd } from '../../text/punctuation';
import { type GapPattern, matchPattern, type PatternMatch, timesMet } from '../query/gapPattern';
import { wordBefore, wordBehind } from './neighbourWords';

/** By what stands left of the wording, by what stands right of it, or by date, the newest first. */
export type LineOrder = 'left' | 'right' | 'date';

/** A wording with what stands around it in its sentence. */
export interface Line extends Passage {
  readonly place: Occurrence;
}

/** Lines with the same neighbour: what a habit is made of. */
export interface NeighbourGroup {
  /** The word next to the wording, with a mark that stands between; for lines by date the year. Empty at the edge of a sentence, or where no date is known. */
  readonly neighbour: string;
  /** Of so many articles. */
  readonly articles: number;
  readonly lines: readonly Line[];
}

/** The lines of a wording, the most frequent neighbours first. */
export interface Concordance extends ArticleCount {
  readonly groups: readonly NeighbourGroup[];
}

/** The order of the lines, and how many. */
export interface ConcordanceOptions {
  readonly order: LineOrder;
  /** Lines at most; 400 by default. */
  readonly limit?: number;
  /** Of the same view: knows how many articles there are. */
  readonly directory?: ArticleDirectory;
}

/** Places looked at: what bounds the time. */
const MOST_PLACES = 1024;
/** What is shown on each side, in UTF-16 code units. */
const AROUND = 40;
const LIMIT = 400;

/** A line and what it is sorted by. */
interface SortedLine {
  readonly line: Line;
  readonly neighbour: string;
  readonly key: string;
}

/**
 * The sorted lines of a wording, as concordancers show them (Sinclair, Corpus, Concordance, Collocation, 1991): what usually stands
 * beside it stands below each other. Of near-duplicate articles one is shown.
 *
 *     concordance(view, ['担当'], { order: 'right' }) → 担当|作为 (41), 担当|精神 (18) …
 */
export function concordance(
  view: CorpusView,
  pattern: GapPattern,
  { order, limit = LIMIT, directory }: ConcordanceOptions,
): Concordance {
  const { matches, total, seen } = matchPattern(view, pattern, MOST_PLACES);
  const shown = shownMatches(view, matches);
  const lines = shown.flatMap(({ match }) => (isHere(view, match) ? [match] : [])).slice(0, limit);
  const count = pattern.length === 1 ? countArticles(view, pattern[0]!, { directory }) : undefined;
  const counts = count ? plain(count) : scaled(view, matches, shown.length, seen > 0 ? total / seen : 1);
  return { groups: lineGroups(view, lines, order), ...counts };
}

/** Of a library that is read on demand the places are known before their text is here. */
function isHere(view: CorpusView, { segment: number, start, end }: PatternMatch): boolean {
  const segment = view[number]!;
  return segment.hasText?.(segment.articleStart(segment.articleAt(start)), end + AROUND) ?? true;
}

/** Places as lines, grouped and sorted. */
export function lineGroups(view: CorpusView, matches: readonly PatternMatch[], order: LineOrder): NeighbourGroup[] {
  const placeOf = createParagraphPlaces();
  return grouped(
    matches.map(match => lineOf(view, match, order, placeOf)),
    order,
  );
}

const plain = ({ articles, occurrences, estimated }: ArticleCount): ArticleCount => ({
  articles,
  occurrences,
  estimated,
});

/** With gaps, what the sample has is scaled up. `shown`: places of it without those in copies. */
function scaled(view: CorpusView, matches: readonly PatternMatch[], shown: number, scale: number): ArticleCount {
  const occurrences = Math.round(shown * scale);
  const articles = articlesOfSample(timesMet(view, matches), scale);
  return { articles: Math.min(articles, occurrences), occurrences, estimated: scale > 1 };
}

/** One article of each cluster, the newest; its places in the order of the text. */
function shownMatches(
  view: CorpusView,
  matches: readonly PatternMatch[],
): { match: PatternMatch; cluster: number; date: number }[] {
  const dated = matches.map(match => {
    const segment = view[match.segment]!;
    const article = segment.articleAt(match.start);
    const cluster = segment.cluster(article);
    const date = segment.packedDate(article);
    return { match, article, cluster, date, segment: match.segment, position: match.start };
  });
  dated.sort(byAge);
  const chosen = new Map<number, (typeof dated)[number]>();
  return dated.filter(own => {
    const { segment, article } = chosen.get(own.cluster) ?? own;
    if (!chosen.has(own.cluster)) chosen.set(own.cluster, own);
    return own.segment === segment && own.article === article;
  });
}

function lineOf(
  view: CorpusView,
  { segment: number, start, end }: PatternMatch,
  order: LineOrder,
  placeOf: ReturnType<typeof createParagraphPlaces>,
): SortedLine {
  const segment = view[number]!;
  const from = reach(segment, start, -1);
  const to = reach(segment, end, 1);
  const article = segment.meta(segment.articleAt(start));
  const left = segment.slice(from, start);
  const right = segment.slice(end, to);
  const neighbour = {
    left: () => wordBefore(segment, from, start) || left.slice(-1),
    right: () => wordBehind(segment, end, to) || right.slice(0, 1),
    date: () => article.date?.slice(0, 4) ?? '',
  }[order]();
  const key = { left: () => [...left].reverse().join(''), right: () => right, date: () => '' }[order]();
  const { paragraph, offset } = placeOf(segment, segment.articleAt(start), start);
  const match = segment.slice(start, end);
  const place = { segment: number, position: start };
  return { line: { article, paragraph, offset, before: left, match, after: right, place }, neighbour, key };
}

/** How far the sentence goes from a position to one side; its closing mark belongs to it. */
function reach(segment: Segment, from: number, step: -1 | 1): number {
  let at = from;
  while (Math.abs(at - from) < AROUND) {
    const code = segment.codeAt(step < 0 ? at - 1 : at);
    if (isStop(code) || (step < 0 && isSentenceEnd(code))) break;
    at += step;
    if (isSentenceEnd(code)) break;
  }
  return at;
}

function grouped(lines: readonly SortedLine[], order: LineOrder): NeighbourGroup[] {
  const byNeighbour = new Map<string, SortedLine[]>();
  for (const one of lines) {
    const alike = byNeighbour.get(one.neighbour);
    if (alike) alike.push(one);
    else byNeighbour.set(one.neighbour, [one]);
  }
  const groups = [...byNeighbour].map(([neighbour, all]) => ({
    neighbour,
    articles: new Set(all.map(({ line }) => line.article.cluster)).size,
    lines: all.sort((a, b) => compare(a.key, b.key)).map(({ line }) => line),
  }));
  if (order === 'date') return groups.sort((a, b) => compare(b.neighbour, a.neighbour));
  return groups.sort(
    (a, b) => b.articles - a.articles || b.lines.length - a.lines.length || compare(a.neighbour, b.neighbour),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
