import type { CutWords } from '../../text/segmentWords';
import { bitBytes, hasBit, setBit } from './bits';
import { decodeCodeUnits } from './memorySegment';

/** Sets the bit of each code unit of a text at [start, end) with which a word begins; before, none of them is set. */
export type MarkWords = (text: Uint16Array, start: number, end: number, bits: Uint8Array) => void;

/** Marks what a segmenter of strings cuts. */
export function markCuts(cut: CutWords): MarkWords {
  return (text, start, end, bits) => {
    let at = start;
    for (const word of cut(decodeCodeUnits(text.subarray(start, end)))) {
      setBit(bits, at);
      at += word.length;
    }
    // A segmenter that lost or changed a character: any place may then be a word's start, rather than a wrong one.
    if (at !== end) for (let position = start; position < end; position++) setBit(bits, position);
  };
}

/** Cuts a string where words are marked. */
export function cutMarks(mark: MarkWords): CutWords {
  return text => {
    const bits = new Uint8Array(bitBytes(text.length));
    const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    mark(units, 0, text.length, bits);
    const words: string[] = [];
    for (let start = 0, end = 1; start < text.length; start = end++) {
      while (end < text.length && !hasBit(bits, end)) end++;
      words.push(text.slice(start, end));
    }
    return words;
  };
}
