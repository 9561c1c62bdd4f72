import { encodeMeta, parseMeta } from '../index/articles/storedMeta';
import type { Shortened } from '../index/columns/mergeColumns';
import type { SegmentColumns, StoredFurniture, StoredMeta } from '../index/columns/segmentParts';
import { PARAGRAPH_END } from '../index/segment';
import type { ArticleEdges } from './edgeColumns';
import { endOf, isEdge, type Taken } from './edges';
import { isSpoken } from './spoken';

/** An article as it stands in the columns of a segment, with what was taken out of it before. */
export interface ColumnArticle {
  readonly article: number;
  readonly cluster: number;
  readonly paragraphs: readonly ColumnParagraph[];
  textOf(paragraph: ColumnParagraph): string;
  /** Position behind the mark that closes it. */
  readonly end: number;
  readonly meta: StoredMeta;
}

/** Where a paragraph stands; most are never read. */
interface ColumnParagraph {
  readonly start: number;
  readonly end: number;
}

/** A longer paragraph within an article is none of those that recur at its edges. */
const LONGEST_INNER = 120;
/** Nor does a page say more than this in one paragraph. */
const LONGEST_EDGE = 800;
const NOTHING: StoredFurniture = { head: [], foot: [] };
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** One article of a segment. Throws where its metadata is damaged. */
export function columnArticle(columns: SegmentColumns, article: number): ColumnArticle {
  const start = columns.articleStarts[article]!;
  const end = columns.articleStarts[article + 1] ?? columns.text.length;
  const meta = columns.metaBytes.subarray(columns.metaOffsets[article]!, columns.metaOffsets[article + 1]!);
  return {
    article,
    cluster: columns.clusters[article]!,
    paragraphs: paragraphsBetween(columns.text, start, end - 1),
    end,
    meta: soundMeta(decoder.decode(meta)),
    textOf: paragraph => decoder.decode(columns.text.subarray(paragraph.start, paragraph.end)),
  };
}

function soundMeta(text: string): StoredMeta {
  const meta = parseMeta(text);
  if (!meta) throw new TypeError('The metadata of an article is damaged. / 一篇文章的信息已损坏。');
  return meta;
}

function paragraphsBetween(text: Uint16Array, start: number, end: number): ColumnParagraph[] {
  const paragraphs: ColumnParagraph[] = [];
  // Of one paragraph no end is found: that must not be looked for in all articles behind it.
  const article = text.subarray(start, end);
  for (let at = start; at <= end; ) {
    const found = article.indexOf(PARAGRAPH_END, at - start);
    const stop = found < 0 ? end : start + found;
    paragraphs.push({ start: at, end: stop });
    at = stop + 1;
  }
  return paragraphs;
}

/** What of it decides which lines are furniture. `isSettled`: also look whether they stay, which takes longer. */
export function edgesOf(found: ColumnArticle, isSettled = false): ArticleEdges {
  const { cluster, paragraphs, meta, textOf } = found;
  const standing: string[] = [];
  const inner: string[] = [];
  paragraphs.forEach((paragraph, at) => {
    if (isAtEdge(at, paragraphs, meta)) standing.push(textOf(paragraph));
    else if (paragraph.end - paragraph.start <= LONGEST_INNER) inner.push(textOf(paragraph));
  });
  const { head, foot } = meta.furniture ?? NOTHING;
  const stays = (text: string) => meta.title.includes(text) || isSpoken(text);
  return { cluster, standing, taken: [...head, ...foot], inner, ...(isSettled && { stays }) };
}

function isAtEdge(at: number, paragraphs: readonly ColumnParagraph[], { furniture }: StoredMeta): boolean {
  const { head, foot } = furniture ?? NOTHING;
  const { start, end } = paragraphs[at]!;
  if (end - start > LONGEST_EDGE) return false;
  return isEdge(at, paragraphs.length, { head: head.length, foot: foot.length });
}

/**
 * The article without its paragraphs at head and foot that are furniture; they are kept in its metadata. What its title says,
 * too, stays. Undefined where there is nothing to take out, or where nothing else would be left.
 */
export function withoutFurniture(
  { paragraphs, end, meta, textOf }: ColumnArticle,
  isFurniture: (text: string) => boolean,
): (Shortened & { readonly count: number }) | undefined {
  const isTaken = paragraphs.map((paragraph, at) => {
    if (!isAtEdge(at, paragraphs, meta)) return false;
    const text = textOf(paragraph);
    return !meta.title.includes(text) && isFurniture(text);
  });
  const count = isTaken.filter(Boolean).length;
  if (count === 0 || count === paragraphs.length) return undefined;
  const taken = (side: keyof Taken) =>
    paragraphs.filter((_, at) => isTaken[at] && endOf(at, paragraphs.length) === side).map(textOf);
  const before = meta.furniture ?? NOTHING;
  const furniture = { head: [...before.head, ...taken('head')], foot: [...taken('foot'), ...before.foot] };
  const kept = paragraphs.filter((_, at) => !isTaken[at]);
  const last = kept.at(-1)!;
  return {
    kept: [
      ...kept.slice(0, -1).map(({ start, end }) => [start, end + 1] as const),
      [last.start, last.end],
      [end - 1, end],
    ],
    meta: encodeMeta({ ...meta, furniture }),
    count,
  };
}
