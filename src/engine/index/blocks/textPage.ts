import { bitBytes, hasBit, setBit } from '../columns/bits';
import { decodeCodeUnits } from '../columns/memorySegment';
import { areTextCodes } from '../textCodes';
import type { JoinedText } from './joinedText';

/** Code units of a page of text. */
export const PAGE_CODES = 8192;

/** A page of the text of a library. */
export interface TextPage {
  readonly text: string;
  /** One bit a code unit. */
  readonly wordBits: Uint8Array;
}

/** Pages that a text of so many code units takes. */
export const pagesOf = (length: number): number => Math.ceil(length / PAGE_CODES);

/** The bytes of the page with this number: code units, two bytes each, then bits of word starts. */
export function encodeTextPage({ codes, wordBits, length }: JoinedText, page: number): Uint8Array {
  const start = page * PAGE_CODES;
  const count = Math.min(PAGE_CODES, length - start);
  const bytes = new Uint8Array(2 * count + bitBytes(count));
  const bits = bytes.subarray(2 * count);
  for (let i = 0; i < count; i++) {
    const code = codes[start + i]!;
    bytes[2 * i] = code & 0xff;
    bytes[2 * i + 1] = code >> 8;
    if (hasBit(wordBits, start + i)) setBit(bits, i);
  }
  return bytes;
}

/** The page with this number of a text of `length`; null where the bytes are none. */
export function decodeTextPage(bytes: Uint8Array, page: number, length: number): TextPage | null {
  const count = Math.min(PAGE_CODES, length - page * PAGE_CODES);
  if (bytes.length !== 2 * count + bitBytes(count)) return null;
  const codes = new Uint16Array(count);
  for (let i = 0; i < count; i++) codes[i] = bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
  if (!areTextCodes(codes)) return null;
  return { text: decodeCodeUnits(codes), wordBits: new Uint8Array(bytes.subarray(2 * count)) };
}
