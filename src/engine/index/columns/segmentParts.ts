import type { StatedField } from '../../article/article';

/** What a segment consists of before and on disk: flat columns, one entry an article unless said otherwise. */
export interface SegmentColumns {
  /** The text, as `segment.ts` describes it: one entry a code unit. */
  readonly text: Uint16Array;
  /** One bit a code unit: a word starts here. */
  readonly wordBits: Uint8Array;
  /** Position of each article's first code unit, ascending. */
  readonly articleStarts: Int32Array;
  /** Number of each article in its source file. */
  readonly entries: Int32Array;
  readonly clusters: Int32Array;
  /** `packDate`. */
  readonly dates: Int32Array;
  /** Title, speaker and occasion as `encodeMeta` writes them, articles one after the other… */
  readonly metaBytes: Uint8Array;
  /** …and where each begins in it, closed by the end of the last: one more than there are articles. */
  readonly metaOffsets: Int32Array;
  /** `SKETCH_SIZE` entries an article: what near-duplicates are recognised by. Only the builder reads them. */
  readonly sketches: Uint16Array;
}

/** The columns with their suffix array: all that is written. */
export interface SegmentParts extends SegmentColumns {
  readonly suffixes: Int32Array;
  /** `encodePhrases`: the phrases that recur, those that save most first. */
  readonly phrases: Int32Array;
}

/** The part of an article's metadata that is kept in `metaBytes`. */
export interface StoredMeta {
  readonly title: string;
  /** Left out, or `null`, where there is none. */
  readonly speaker?: string | null;
  readonly occasion?: string | null;
  /** What the file itself states; left out where nothing. */
  readonly stated?: readonly StatedField[];
  /** What was taken out of its text because it recurs in its source; left out where nothing. */
  readonly furniture?: StoredFurniture;
}

/** Paragraphs that stood at the head and at the foot of an article. */
export interface StoredFurniture {
  readonly head: readonly string[];
  readonly foot: readonly string[];
}
