import { ARTICLE_END } from '../segment';
import type { JoinedText } from './joinedText';
import { BLOCK_ROWS, ROW_CODES, SAMPLE_ROWS } from './rows';

/** A wording that stands more often than a few blocks hold: ranks [lo, lo + width). */
export interface WideContext {
  readonly text: string;
  readonly lo: number;
  readonly width: number;
}

/** What is not wider is in three blocks at most. */
export const WIDE = 2 * BLOCK_ROWS;

/** All wide contexts no longer than a row, by what they begin with: a shorter one before those that go on from it. */
export function wideContexts({ codes }: JoinedText, order: Uint32Array): WideContext[] {
  const found: WideContext[] = [];
  /** By length less one: the rank from which on all suffixes begin alike so far. */
  const since = new Float64Array(ROW_CODES);
  const close = (length: number, rank: number) => {
    const lo = since[length - 1]!;
    if (rank - lo <= WIDE) return;
    const position = order[rank - 1]!;
    const text = String.fromCharCode(...codes.subarray(position, position + length));
    if (!text.includes(String.fromCharCode(ARTICLE_END))) found.push({ text, lo, width: rank - lo });
  };
  for (let rank = 1; rank <= order.length; rank++) {
    const common = rank < order.length ? commonLength(codes, order[rank - 1]!, order[rank]!) : 0;
    for (let length = ROW_CODES; length > common; length--) {
      close(length, rank);
      since[length - 1] = rank;
    }
  }
  return found.sort((a, b) => a.lo - b.lo || a.text.length - b.text.length);
}

function commonLength(codes: Uint16Array, a: number, b: number): number {
  let length = 0;
  while (length < ROW_CODES && codes[a + length] !== undefined && codes[a + length] === codes[b + length]) length++;
  return length;
}

/** The rank that a row of the sample of a wide context stands for. */
export function sampledRank({ lo, width }: Pick<WideContext, 'lo' | 'width'>, row: number): number {
  return lo + Math.floor(((row + 0.5) * width) / SAMPLE_ROWS);
}
