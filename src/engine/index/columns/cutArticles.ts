import type { CutWords } from '../../text/segmentWords';
import { bitBytes, setBit } from './bits';
import { decodeCodeUnits } from './memorySegment';

/**
 * Where the words of some articles begin, one bit a code unit; the mark that closes an article counts as one.
 *
 * @param starts position of each article in `text`; each ends one code unit before the next, for its mark
 */
export function cutArticles(cut: CutWords, text: Uint16Array, starts: readonly number[]): Uint8Array {
  const bits = new Uint8Array(bitBytes(text.length));
  starts.forEach((start, i) => {
    const end = (starts[i + 1] ?? text.length) - 1;
    let at = start;
    for (const word of cut(decodeCodeUnits(text.subarray(start, end)))) {
      setBit(bits, at);
      at += word.length;
    }
    // A segmenter that lost or changed a character: any place may then be a word's start, rather than a wrong one.
    if (at !== end) for (let position = start; position < end; position++) setBit(bits, position);
    setBit(bits, end);
  });
  return bits;
}
