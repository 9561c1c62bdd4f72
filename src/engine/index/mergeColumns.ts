import { bitBytes, copyBits } from './bits';
import type { SegmentColumns } from './segmentParts';
import { SKETCH_SIZE } from './sketch';

/** A segment to merge, and which of its articles are left out. */
export interface MergeSource {
  readonly columns: SegmentColumns;
  readonly isDead: (article: number) => boolean;
}

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
      .map(article => place(source.columns, from, article)),
  );
  const columns = emptyColumns(places);
  const numbers = sources.map(({ columns }) => new Int32Array(columns.articleStarts.length).fill(-1));
  let textAt = 0;
  let metaAt = 0;
  places.forEach(({ from, article, start, end, metaStart, metaEnd }, number) => {
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
    columns.text.set(source.text.subarray(start, end), textAt);
    copyBits(source.wordBits, start, end, columns.wordBits, textAt);
    columns.metaBytes.set(source.metaBytes.subarray(metaStart, metaEnd), metaAt);
    textAt += end - start;
    metaAt += metaEnd - metaStart;
    columns.metaOffsets[number + 1] = metaAt;
  });
  return { columns, numbers };
}

interface ArticlePlace {
  readonly from: number;
  readonly article: number;
  readonly start: number;
  readonly end: number;
  readonly metaStart: number;
  readonly metaEnd: number;
}

function place(columns: SegmentColumns, from: number, article: number): ArticlePlace {
  return {
    from,
    article,
    start: columns.articleStarts[article]!,
    end: columns.articleStarts[article + 1] ?? columns.text.length,
    metaStart: columns.metaOffsets[article]!,
    metaEnd: columns.metaOffsets[article + 1]!,
  };
}

function emptyColumns(places: readonly ArticlePlace[]): SegmentColumns {
  const length = places.reduce((sum, { start, end }) => sum + end - start, 0);
  return {
    text: new Uint16Array(length),
    wordBits: new Uint8Array(bitBytes(length)),
    articleStarts: new Int32Array(places.length),
    entries: new Int32Array(places.length),
    clusters: new Int32Array(places.length),
    dates: new Int32Array(places.length),
    metaBytes: new Uint8Array(places.reduce((sum, { metaStart, metaEnd }) => sum + metaEnd - metaStart, 0)),
    metaOffsets: new Int32Array(places.length + 1),
    sketches: new Uint16Array(places.length * SKETCH_SIZE),
  };
}
