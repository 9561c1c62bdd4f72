import { bitBytes, hasBit, setBit } from '../columns/bits';
import { ARTICLE_END, type CorpusView, type Segment } from '../segment';
import { ROW_CODES, type Rows } from './rows';

/** The texts of some segments one behind the other: what a layout is made of. */
export interface JoinedText {
  readonly length: number;
  readonly codes: Uint16Array;
  /** One bit a code unit, and one for the end. */
  readonly wordBits: Uint8Array;
  /** Where each segment begins. */
  readonly bases: readonly number[];
}

const PIECE = 1 << 16;

/** The texts of these segments, in their order. */
export function joinTexts(segments: CorpusView): JoinedText {
  const length = segments.reduce((sum, segment) => sum + segment.length, 0);
  const codes = new Uint16Array(length);
  const wordBits = new Uint8Array(bitBytes(length + 1));
  const bases: number[] = [];
  let base = 0;
  for (const segment of segments) {
    bases.push(base);
    for (let start = 0; start < segment.length; start += PIECE) {
      const text = segment.slice(start, Math.min(segment.length, start + PIECE));
      for (let i = 0; i < text.length; i++) codes[base + start + i] = text.charCodeAt(i);
    }
    for (let i = 0; i < segment.length; i++) if (segment.isWordStart(i)) setBit(wordBits, base + i);
    base += segment.length;
  }
  setBit(wordBits, length);
  return { length, codes, wordBits, bases };
}

/** Far enough to tell apart what rows hold, and beyond them what is looked for in whole sentences. */
const COMPARED = 64;

/** Positions in the order of what follows them: the orders of the segments, merged. */
export function joinOrders(segments: CorpusView, { codes, bases }: JoinedText): Uint32Array {
  const isBelow = (a: number, b: number): boolean => {
    for (let i = 0; i < COMPARED; i++) {
      const difference = (codes[a + i] ?? 0) - (codes[b + i] ?? 0);
      if (difference !== 0) return difference < 0;
      if (codes[a + i] === ARTICLE_END) return a < b;
    }
    return a < b;
  };
  let orders = segments.map((segment, number) => orderOf(segment, bases[number]!));
  while (orders.length > 1) {
    const merged: Uint32Array[] = [];
    for (let at = 0; at < orders.length; at += 2)
      merged.push(at + 1 < orders.length ? merge(orders[at]!, orders[at + 1]!, isBelow) : orders[at]!);
    orders = merged;
  }
  return orders[0] ?? new Uint32Array();
}

function orderOf(segment: Segment, base: number): Uint32Array {
  const order = new Uint32Array(segment.length);
  for (let rank = 0; rank < segment.length; rank++) order[rank] = base + segment.suffixAt(rank);
  return order;
}

function merge(a: Uint32Array, b: Uint32Array, isBelow: (a: number, b: number) => boolean): Uint32Array {
  const merged = new Uint32Array(a.length + b.length);
  for (let at = 0, i = 0, j = 0; at < merged.length; at++)
    merged[at] = j >= b.length || (i < a.length && !isBelow(b[j]!, a[i]!)) ? a[i++]! : b[j++]!;
  return merged;
}

/** The rows at these positions. What stands behind the end of an article is no part of them. */
export function rowsAt({ codes, wordBits, length }: JoinedText, positions: Uint32Array): Rows {
  const count = positions.length;
  const rows = {
    count,
    codes: new Uint16Array(count * ROW_CODES),
    positions,
    wordStarts: new Uint16Array(count),
  };
  for (let row = 0; row < count; row++) {
    const position = positions[row]!;
    const end = Math.min(ROW_CODES, length - position);
    let bits = hasBit(wordBits, position) ? 1 : 0;
    for (let i = 0; i < end; i++) {
      const code = codes[position + i]!;
      rows.codes[row * ROW_CODES + i] = code;
      if (hasBit(wordBits, position + i + 1)) bits |= 2 << i;
      if (code === ARTICLE_END) break;
    }
    rows.wordStarts[row] = bits;
  }
  return rows;
}
