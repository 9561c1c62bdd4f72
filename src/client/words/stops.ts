import type { Unit } from './units';

/** What a key does: a move jumps over blanks with the word beside them, a deletion takes them alone. */
export type Purpose = 'move' | 'delete';

/** Where the word on the right of `offset` ends; a mark is a stop. `null` at the end of the line. 推|动高质量 → 推动|高质量. */
export function stopRight(units: readonly Unit[], offset: number, purpose: Purpose): number | null {
  const right = units.filter(({ end }) => end > offset);
  const [first, second] = right;
  if (!first) return null;
  return purpose === 'move' && first.kind === 'blank' && second ? second.end : first.end;
}

/** Where the word on the left of `offset` begins; `null` at the start of the line. */
export function stopLeft(units: readonly Unit[], offset: number, purpose: Purpose): number | null {
  const left = units.filter(({ start }) => start < offset);
  const [last, before] = [left.at(-1), left.at(-2)];
  if (!last) return null;
  return purpose === 'move' && last.kind === 'blank' && before ? before.start : last.start;
}

/** The words of which the part from `start` to `end` has something, whole. */
export function widened(units: readonly Unit[], start: number, end: number): { start: number; end: number } {
  const touched = units.filter(unit => unit.start < end && unit.end > start);
  return {
    start: Math.min(start, ...touched.map(unit => unit.start)),
    end: Math.max(end, ...touched.map(unit => unit.end)),
  };
}
