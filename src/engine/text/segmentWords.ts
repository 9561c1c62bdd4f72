import { engineLimits } from '../limits';

/**
 * Cuts a Chinese text into words: `推动高质量发展` → 推动, 高质量, 发展. The segmenter of an import leaves nothing out: joined, its
 * words are the text again.
 */
export type CutWords = (text: string) => readonly string[];

/** Made once: making one takes longer than cutting a page. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A word or a mark: where it begins in the text, and whether it is a word. */
export type Cut = Pick<Intl.SegmentData, 'segment' | 'index' | 'isWordLike'>;

/**
 * Words and marks as the language's own segmenter cuts them, for text that the import never cut: a draft, a query. Linear whatever
 * the text: the segmenter gets it in pieces.
 */
export function* segmentWords(text: string): Generator<Cut> {
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start);
    for (const { segment, index, isWordLike } of segmenter.segment(text.slice(start, end)))
      yield { segment, index: start + index, isWordLike };
    start = end;
  }
}

/** UTF-16 offsets at which its words and marks end, ascending: `推动|高质量|发展|。|` */
export function segmentEnds(text: string): number[] {
  const ends: number[] = [];
  for (const { index, segment } of segmentWords(text)) ends.push(index + segment.length);
  return ends;
}

/** Likewise, one offset at a time: of a long text only the pieces that are asked about are cut, each when it first is. */
export function wordEndsIn(text: string): (offset: number) => boolean {
  const starts: number[] = [];
  for (let start = 0; start < text.length; start = pieceEnd(text, start)) starts.push(start);
  const cut: Set<number>[] = [];
  return offset => {
    const piece = lastBelow(starts, offset);
    const start = starts[piece];
    if (start === undefined || offset > text.length) return false;
    cut[piece] ??= new Set(segmentEnds(text.slice(start, starts[piece + 1])));
    return cut[piece].has(offset - start);
  };
}

/** Its words alone, marks and blanks left out. */
export const cutWords: CutWords = text => {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmentWords(text)) if (isWordLike) words.push(segment);
  return words;
};

/** Index of the last of ascending numbers that is below `bound`; -1 where none is. */
function lastBelow(numbers: readonly number[], bound: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numbers[middle]! < bound) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** Words may not reach over these, so a text can be cut behind them. */
const MARK = /[\p{P}\p{Z}\n]/u;
const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Where the piece from `start` on ends: behind its last mark, or where no mark is in reach, between two characters. */
function pieceEnd(text: string, start: number): number {
  const most = start + engineLimits.segmenterPiece;
  if (most >= text.length) return text.length;
  for (let end = most; end > start; end--) if (MARK.test(text[end - 1]!)) return end;
  return isSecondHalf(text.charCodeAt(most)) ? most - 1 : most;
}
