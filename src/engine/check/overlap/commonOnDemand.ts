import type { BlockSegment } from '../../index/blocks/blockSegment';
import { blocksOf, wideContext } from '../../index/blocks/residentIndex';
import { firstNotBelow, ROW_CODES, type Rows } from '../../index/blocks/rows';

/** How far a wording of many articles goes from an offset of a text, in all there is of some libraries that are read on demand; 1: nowhere. */
export type CommonIn = (text: string, at: number) => number;

/** A piece has two characters at least. */
const SHORTEST = 2;
/** Rows looked at on either side of where the text would stand: more are a wording of many articles anyway. */
const LOOK = 48;

/**
 * Judges set phrases by the libraries' own blocks: the rows beside the one that the text would be are those that have most in common with it, so
 * that one block tells how far `many` articles go along. Of what is not here `missing` is told.
 */
export function commonOnDemand(
  segments: readonly BlockSegment[],
  many: number,
  missing: (segment: BlockSegment, piece: number) => void,
): CommonIn {
  return (text, at) => {
    const pattern = text.slice(at, at + ROW_CODES);
    if (pattern.length < SHORTEST) return 1;
    /** By article: how much it has in common, in code units. */
    const lengths: number[] = [];
    let widest = 1;
    for (const segment of segments) {
      widest = Math.max(widest, wideLength(segment, pattern));
      const blocks = blocksOf(segment.index, pattern);
      if (!blocks) continue;
      const { first } = blocks;
      const rows = segment.local.rows(first);
      if (rows) lengths.push(...commonLengths(segment, rows, pattern, many));
      else missing(segment, first);
    }
    const shared = lengths.sort((a, b) => b - a)[many - 1] ?? 1;
    return Math.max(1, widest, shared >= SHORTEST ? shared : 1);
  };
}

/** The longest beginning that is wide: it stands in thousands of places. */
function wideLength({ index }: BlockSegment, pattern: string): number {
  let length = 1;
  while (length < pattern.length && wideContext(index, pattern.slice(0, length + 1))) length++;
  return length;
}

/** What the articles of the rows around have in common with a text, each once, the longest `many`. */
function commonLengths(segment: BlockSegment, rows: Rows, pattern: string, many: number): number[] {
  const found = new Map<number, number>();
  const at = firstNotBelow(rows, pattern);
  let [below, above] = [at - 1, at];
  for (let looks = 0; looks < 2 * LOOK && found.size < many; looks++) {
    const [left, right] = [commonAt(rows, below, pattern), commonAt(rows, above, pattern)];
    const length = Math.max(left, right);
    if (length < SHORTEST) break;
    const position = rows.positions[left >= right ? below-- : above++]!;
    const article = segment.articleAt(position);
    const cluster = segment.cluster(article);
    if (!segment.isDead(article) && !found.has(cluster)) found.set(cluster, length);
  }
  return [...found.values()];
}

/** Code units in common; 0 where there is no such row. */
function commonAt({ codes, count }: Rows, row: number, pattern: string): number {
  if (row < 0 || row >= count) return 0;
  let length = 0;
  while (length < pattern.length && codes[row * ROW_CODES + length] === pattern.charCodeAt(length)) length++;
  return length;
}
