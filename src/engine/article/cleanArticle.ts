import { withEdits } from '../text/edits';
import { splitSentences } from '../text/sentences';
import type { Article, Paragraph, RawArticle, Removal } from './article';
import { blankEdits } from './cleaning/blanks';
import { type CleanLine, cleanLines, sourceOfLine } from './cleaning/cleanLines';
import { continuations } from './cleaning/hardWrap';
import { dropFurniture } from './furniture/dropFurniture';
import { applyEdits, joinMapped, type Mapped } from './mapping/mapped';
import { sourceOffset } from './mapping/sourceMap';
import { widened } from './mapping/widened';
import { findClosing } from './metadata/closing';
import { parseDate } from './metadata/dates/dates';
import { inYear } from './metadata/dates/monthDay';
import { readFileName } from './metadata/fileName';
import { readHead } from './metadata/head/head';
import { isSameTitle, SPOKEN_AT } from './metadata/head/titleLines';
import { statedSpeaker } from './metadata/names';
import { occasionOf, speakerInTitle } from './metadata/occasion';
import { isReport } from './metadata/report';

/** What is known of a text beside what stands in it. */
export interface CleaningHints {
  /** Name of the file the article comes from, with or without folders; may say title, date and speaker. */
  readonly fileName?: string;
  /** What the writer wants to keep: each text of a `Removal`, just so, stays where it stands. */
  readonly kept?: Kept | undefined;
  /** The text holds several articles nobody can tell apart: what stands at its top is said of the first alone. */
  readonly isVolume?: boolean;
}

/** Texts that were removed wrongly, as `Removal.text` has them. */
export type Kept = ReadonlySet<string>;

const NOTHING_KEPT: Kept = new Set();
const LONGEST_MADE_UP_TITLE_UTF16 = 40;
/** The mark a paragraph gets where a blank stood for a pause, so that 补短板 促改革 does not grow together. */
const PAUSE_IN_TEXT = '，';

/**
 * Turns what a file format yields into an article: characters normalised, page furniture and noise out, lines joined
 * to paragraphs, title, date, speaker and occasion recognised. Nothing is lost silently: see `Article.removed`.
 */
export function cleanArticle(raw: RawArticle, hints: CleaningHints = {}): Article {
  const { kept = NOTHING_KEPT } = hints;
  const cleaned = cleanLines(raw.text, kept);
  const { lines, fields, removed } = dropFurniture(raw.text, cleaned.lines, kept);
  const file = readFileName(hints.fileName ?? '');
  const known = { title: tidy(raw.title) ?? tidy(fields.title) };
  const head = readHead(hints.isVolume ? [] : lines.slice(0, 20).map(line => line.text), known);
  const body = takeMetadataLines(raw.text, lines, head, removed, kept);
  const title = withoutBreaks(tidy(head.title)) ?? file.title;
  const paragraphs = toParagraphs(body.lines);
  const speaker = tidy(raw.speaker);
  const said = head.title ?? file.title ?? '';
  const stated = hints.isVolume ? {} : fields;
  return {
    title: title ?? tidy(raw.occasion) ?? madeUpTitle(paragraphs),
    date: firstDate([
      raw.date,
      head.date,
      said,
      stated.date,
      file.date,
      head.adopted,
      body.given,
      raw.published,
      inYear(stated.published, `${hints.fileName ?? ''}\n${raw.text}`),
      hints.isVolume ? null : body.date,
    ]),
    speaker:
      (speaker && statedSpeaker(speaker)) ??
      head.speaker ??
      stated.speaker ??
      author(said, cleaned.lines, head.author ?? stated.author) ??
      speakerInTitle(said) ??
      (hints.isVolume ? null : body.speaker) ??
      file.speaker,
    occasion: tidy(raw.occasion) ?? occasionOf(said) ?? head.occasion ?? occasionOf(file.title ?? ''),
    ...(raw.stated && !hints.isVolume && { stated: raw.stated }),
    ...(raw.tags && raw.tags.length > 0 && { tags: raw.tags }),
    paragraphs,
    removed: [...final(raw.removed ?? []), ...cleaned.removed, ...removed].sort((a, b) => a.line - b.line),
    problems: cleaned.problems,
  };
}

/** The author as the speaker: not that of a report of the press, whose author is a journalist. */
function author(title: string, lines: readonly CleanLine[], name: string | null | undefined): string | null {
  return name &&
    !isReport(
      title,
      lines.map(line => line.text),
    )
    ? name
    : null;
}

/** Marks removals as ones that cannot be kept: they were no part of the text. */
export function final(removed: readonly Removal[]): Removal[] {
  return removed.map(removal => ({ ...removal, isFinal: true }));
}

/** The first of the sources that says at least a month, strongest first; else the first that says a year. */
function firstDate(sources: readonly (string | null | undefined)[]): string | null {
  const dates = sources.map(text => (text ? parseDate(text) : null)).filter(date => date !== null);
  return dates.find(date => date.length > 4) ?? dates[0] ?? null;
}

/** Leaves out the lines of the head that became metadata, repetitions of the title, and the date an article ends with. */
function takeMetadataLines(
  source: string,
  lines: readonly CleanLine[],
  head: ReturnType<typeof readHead>,
  removed: Removal[],
  wanted: Kept,
): { lines: CleanLine[]; date: string | null; given: string | null; speaker: string | null } {
  const isRepeated = (line: CleanLine) => head.title !== null && isSameTitle(line.text, head.title);
  const closing = findClosing(lines.filter((line, i) => !head.taken.has(i) && !isRepeated(line)));
  const kept = lines.filter((line, i) => {
    const reason =
      head.taken.get(i) ?? (closing.lines.has(line) ? 'metadata' : isRepeated(line) ? 'repeated-title' : null);
    if (!reason) return true;
    const text = sourceOfLine(source, line);
    if (wanted.has(text)) return true;
    removed.push({ reason, text, line: line.number });
    return false;
  });
  return { lines: kept, date: closing.date, given: closing.given, speaker: closing.speaker };
}

function toParagraphs(lines: readonly CleanLine[]): Paragraph[] {
  const continues = continuations(lines);
  const groups: CleanLine[][] = [];
  for (const [i, line] of lines.entries()) {
    if (continues[i]) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups.map(toParagraph).filter(paragraph => paragraph.text !== '');
}

function toParagraph(group: readonly CleanLine[]): Paragraph {
  const parts: Mapped[] = [];
  for (const line of group) {
    const before = parts.at(-1);
    if (before && /\w$/.test(before.text) && /^\w/.test(line.text)) {
      parts.push({ text: ' ', map: [0, sourceOffset(before, before.text.length)] });
    }
    parts.push(line);
  }
  const { text, map, garbled } = joinMapped(parts);
  const joined: Mapped = garbled ? { text, map, garbled } : { text, map };
  // Quotes and brackets whose partner stood in another line find it now.
  const whole = parts.length > 1 ? widened(joined) : joined;
  const unspaced = applyEdits(whole, blankEdits(whole.text, PAUSE_IN_TEXT));
  // And a mark that a blank kept apart from the text stands beside it now.
  return unspaced === whole ? whole : widened(unspaced);
}

/** A title, name or occasion with clean characters, in one line; null where nothing is left. */
function tidy(text: string | null | undefined): string | null {
  if (!text) return null;
  const clean = cleanLines(text)
    .lines.map(line => line.text)
    .join(' ');
  const tidied = withEdits(clean, blankEdits(clean, ' '));
  return tidied === '' ? null : tidied;
}

/** 在全县工作会 议上的讲话: a title of this form has no pause in it, a blank is one of layout or recognition. */
function withoutBreaks(title: string | null): string | null {
  const whole = title?.replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, '') ?? '';
  return SPOKEN_AT.test(whole) ? whole : title;
}

function madeUpTitle(paragraphs: readonly Paragraph[]): string {
  const first = paragraphs[0]?.text ?? '';
  const sentence = splitSentences(first)[0];
  return first.slice(0, Math.min(sentence?.end ?? 0, LONGEST_MADE_UP_TITLE_UTF16));
}
