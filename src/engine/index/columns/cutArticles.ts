import { bitBytes, setBit } from './bits';
import type { MarkWords } from './markWords';

/**
 * Where the words of some articles begin, one bit a code unit; the mark that closes an article counts as one.
 *
 * @param starts position of each article in `text`; each ends one code unit before the next, for its mark
 */
export function cutArticles(mark: MarkWords, text: Uint16Array, starts: readonly number[]): Uint8Array {
  const bits = new Uint8Array(bitBytes(text.length));
  starts.forEach((start, i) => {
    const end = (starts[i + 1] ?? text.length) - 1;
    mark(text, start, end, bits);
    setBit(bits, end);
  });
  return bits;
}
