import { type CorpusView, isStop, PARAGRAPH_END, type Segment } from '../index/segment';
import { isSentenceEnd } from '../text/marks';

/** Which phrases are counted, and how. */
export interface CountOptions {
  /** Longest phrase, UTF-16 code units. At most 15. */
  readonly longest: number;
  /** A phrase occurs so often at least, */
  readonly least: number;
  /** in so many different articles, */
  readonly articles: number;
  /** of so many different groups: collections or years. */
  readonly groups: number;
  /** What one occurrence in an article counts; 0 leaves the article out. */
  readonly weightOf: (segment: number, article: number) => number;
  readonly groupOf: (segment: number, article: number) => number;
  /** May this code unit of a text be part of a phrase? Paragraph ends may begin one. */
  readonly isBarred: (segment: number, position: number) => boolean;
  /** Told after each first character how many suffixes are done. */
  readonly onProgress?: (done: number) => void;
}

/** [lo, hi) in the bucket of each segment. */
export type Ranges = readonly (readonly [lo: number, hi: number])[];

/** Suffixes in all of the ranges. */
export const sizeOf = (ranges: Ranges): number => ranges.reduce((sum, [lo, hi]) => sum + hi - lo, 0);

/** The suffixes of a segment that begin with one code unit. */
export interface Bucket {
  /** In rank order. */
  readonly positions: Int32Array;
  readonly inArticle: Int32Array;
  /** How many code units from there on may be in one phrase. */
  readonly room: Uint8Array;
}

/** The suffixes of every segment that begin with `code`; null where there are too few. */
export function openBucket(
  view: CorpusView,
  code: number,
  options: CountOptions,
  weights: readonly Float64Array[],
): Bucket[] | null {
  const bounds = view.map(segment => [segment.bucketStart(code), segment.bucketStart(code + 1)] as const);
  if (sizeOf(bounds) < options.least) return null;
  return bounds.map(([lo, hi], number) => {
    const segment = view[number]!;
    const positions = new Int32Array(hi - lo);
    const inArticle = new Int32Array(hi - lo);
    const room = new Uint8Array(hi - lo);
    for (let rank = lo; rank < hi; rank++) {
      const position = segment.suffixAt(rank);
      const article = segment.articleAt(position);
      positions[rank - lo] = position;
      inArticle[rank - lo] = article;
      if (weights[number]![article]! > 0) room[rank - lo] = roomAt(segment, position, number, options);
    }
    return { positions, inArticle, room };
  });
}

function roomAt(segment: Segment, position: number, number: number, { longest, isBarred }: CountOptions): number {
  let length = 0;
  for (; length < longest; length++) {
    const code = segment.codeAt(position + length);
    if (code === PARAGRAPH_END ? length > 0 : isStop(code) || isBarred(number, position + length)) return length;
    // What goes on behind a sentence is another phrase; what begins one may be known by the mark before it.
    if (length > 0 && isSentenceEnd(code)) return length + 1;
  }
  return length;
}
