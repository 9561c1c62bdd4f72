import { scramble } from '../../text/hashes';
import { isStop } from '../segment';

/*
 * A gram is some code units side by side within one paragraph. Of a segment it is kept which grams stand in it, as one bit for each value of a hash:
 * where a wording stands, all its grams do, and most wordings that do not stand there have one that does not either (Bloom 1970, with one hash: the
 * grams of a wording are as many tests).
 */

/** Code units of a gram: measured, shorter ones leave fewer wordings out, and longer ones are more to keep. */
export const GRAM = 6;
/**
 * Bits for a hundred characters of a text: half as many again as it has different grams, so that of two bits one is set. All that is left out was measured
 * with wordings of thirteen characters, which are eight grams.
 */
const BITS_OF_HUNDRED = 100;

/** Bytes of the grams of a text of this length. */
export const gramBytes = (length: number): number => Math.ceil((length * BITS_OF_HUNDRED) / 800);

const BASE = 0x01000193;
/** Weight of the code unit that leaves a gram. */
const OLDEST = Array.from({ length: GRAM }).reduce<number>(weight => Math.imul(weight, BASE), 1);

/** The hashes of all grams, by where they begin: rolling (Karp, Rabin 1987), then spread over all bits. */
export function visitGrams(text: Uint16Array, visit: (hash: number, at: number) => void): void {
  let rolling = 0;
  let units = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text[i]!;
    if (isStop(code)) {
      rolling = units = 0;
      continue;
    }
    rolling = (Math.imul(rolling, BASE) + code) | 0;
    if (++units > GRAM) rolling = (rolling - Math.imul(text[i - GRAM]!, OLDEST)) | 0;
    if (units >= GRAM) visit(scramble(rolling), i - GRAM + 1);
  }
}

/** The bit of a hash among those of so many bytes. */
export const gramBit = (hash: number, bytes: number): number => Math.floor(hash * ((bytes * 8) / 2 ** 32));

/** The grams of a text, as they are stored. */
export function encodeGrams(text: Uint16Array): Uint8Array {
  const bits = new Uint8Array(gramBytes(text.length));
  visitGrams(text, hash => {
    const bit = gramBit(hash, bits.length);
    bits[bit >> 3]! |= 1 << (bit & 7);
  });
  return bits;
}

/** Which of these grams, by their hashes, may stand in a text whose grams are all here: 1, and 0 of those that do not. */
export function gramsAmong(bits: Uint8Array, hashes: Uint32Array): Uint8Array {
  return Uint8Array.from(hashes, hash => {
    const bit = gramBit(hash, bits.length);
    return (bits[bit >> 3]! >> (bit & 7)) & 1;
  });
}
