import { SKETCH_SIZE } from '../articles/sketch';
import { bitBytes, copyBits } from './bits';
import type { SegmentColumns } from './segmentParts';

/** A segment to merge, and which of its articles are left out. */
export interface MergeSource {
  readonly columns: SegmentColumns;
  readonly isDead: (article: number) => boolean;
  /** Of an article that is to become shorter, what stays; undefined for all others. */
  readonly shortened?: (article: number) => Shortened | undefined;
}

/** What stays of an article. */
export interface Shortened {
  /** Stretches [start, end) of the text of its segment, ascending, the last with the mark that closes the article. */
  readonly kept: readonly (readonly [start: number, end: number])[];
  readonly meta: Uint8Array;
}

/** Segments merged into one that is still to be sorted. */
export interface Merged {
  readonly columns: SegmentColumns;
  /** For each source the new number of each of its articles; -1 for those left out. */
  readonly numbers: readonly Int32Array[];
}

/** The living articles of several segments as one, in order. Nothing is read or cut again; only the sort is to do. */
export function mergeColumns(sources: readonly MergeSource[]): Merged {
  const places = sources.flatMap((source, from) =>
    Array.from(source.columns.articleStarts.keys())
      .filter(article => !source.isDead(article))
      .map(article => place(source, from, article)),
  );
  const columns = emptyColumns(places);
  const numbers = sources.map(({ columns }) => new Int32Array(columns.articleStarts.length).fill(-1));
  let textAt = 0;
  let metaAt = 0;
  places.forEach(({ from, article, kept, meta }, number) => {
    const source = sources[from]!.columns;
    numbers[from]![article] = number;
    columns.articleStarts[number] = textAt;
    columns.entries[number] = source.entries[article]!;
    columns.clusters[number] = source.clusters[article]!;
    columns.dates[number] = source.dates[article]!;
    columns.sketches.set(
      source.sketches.subarray(article * SKETCH_SIZE, (article + 1) * SKETCH_SIZE),
      number * SKETCH_SIZE,
    );
    for (const [start, end] of kept) {
      columns.text.set(source.text.subarray(start, end), textAt);
      copyBits(source.wordBits, start, end, columns.wordBits, textAt);
      textAt += end - start;
    }
    columns.metaBytes.set(meta, metaAt);
    metaAt += meta.length;
    columns.metaOffsets[number + 1] = metaAt;
  });
  return { columns, numbers };
}

interface ArticlePlace extends Shortened {
  readonly from: number;
  readonly article: number;
}

function place({ columns, shortened }: MergeSource, from: number, article: number): ArticlePlace {
  const start = columns.articleStarts[article]!;
  const end = columns.articleStarts[article + 1] ?? columns.text.length;
  const meta = columns.metaBytes.subarray(columns.metaOffsets[article]!, columns.metaOffsets[article + 1]!);
  return { from, article, kept: [[start, end]], meta, ...shortened?.(article) };
}

function emptyColumns(places: readonly ArticlePlace[]): SegmentColumns {
  const length = places.reduce((sum, { kept }) => sum + lengthOf(kept), 0);
  return {
    text: new Uint16Array(length),
    wordBits: new Uint8Array(bitBytes(length)),
    articleStarts: new Int32Array(places.length),
    entries: new Int32Array(places.length),
    clusters: new Int32Array(places.length),
    dates: new Int32Array(places.length),
    metaBytes: new Uint8Array(places.reduce((sum, { meta }) => sum + meta.length, 0)),
    metaOffsets: new Int32Array(places.length + 1),
    sketches: new Uint16Array(places.length * SKETCH_SIZE),
  };
}

function lengthOf(kept: Shortened['kept']): number {
  return kept.reduce((sum, [start, end]) => sum + end - start, 0);
}
