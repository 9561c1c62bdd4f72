import { ARTICLE_END, PARAGRAPH_END } from './segment';

/**
 * Code units of the BMP that nobody sees (Cc, Cf, Co), as [first, last] in rising order, but for those that end a line: cleaning drops them, so
 * no text of an index has them. What turns the direction of writing would make a phrase look like another.
 */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x600, 0x605],
  [0x61c, 0x61c],
  [0x6dd, 0x6dd],
  [0x70f, 0x70f],
  [0x890, 0x891],
  [0x8e2, 0x8e2],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0xe000, 0xf8ff],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
];

/**
 * Can a text of an index have this code unit? Of what others have indexed it is to be asked: their text was not cleaned here.
 *
 * @example isTextCode(0x4e2d) // true: 中; isTextCode(0x202e) // false: right-to-left override
 */
export function isTextCode(code: number): boolean {
  return code === ARTICLE_END || code === PARAGRAPH_END || (code >= 0 && code <= 0xffff && isSeen()[code] === 1);
}

let seen: Uint8Array | undefined;

/** By code unit: 1 where somebody sees it. */
function isSeen(): Uint8Array {
  if (seen) return seen;
  seen = new Uint8Array(0x10000).fill(1);
  for (const [first, last] of UNSEEN) seen.fill(0, first, last + 1);
  return seen;
}

/** Whether all of them can be, but for one `other`; -1: none. */
export function areTextCodes(codes: Uint16Array, other = -1): boolean {
  const nearlyAll = isSeen();
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (nearlyAll[code] === 0 && code !== other && !isTextCode(code)) return false;
  }
  return true;
}
