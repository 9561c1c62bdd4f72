import type { Segment } from '../../index/segment';

/** Places of a segment, sorted by what stands there and behind. */
export interface Places {
  readonly segment: Pick<Segment, 'codeAt'>;
  readonly positions: readonly number[];
}

/** A code unit, and the places that have it. */
export interface Agreement<Found extends Places> {
  readonly code: number;
  readonly places: readonly Found[];
}

const UNREAD = -2;

/**
 * The code unit that `least` of the places have `ahead` of them, more than half of all; null where no such is. All of them are to have the same up to there.
 * Of few the text is read: where two have the same, so have all that are sorted between them, and where too many differ, nobody asks the others.
 */
export function agreement<Found extends Places>(
  all: readonly Found[],
  ahead: number,
  least: number,
): Agreement<Found> | null {
  const codes = all.map(({ positions }) => new Int32Array(positions.length).fill(UNREAD));
  const counts = new Map<number, number>();
  let unread = all.reduce((sum, { positions }) => sum + positions.length, 0);
  let most = 0;
  const count = (code: number, places: number) => {
    const counted = (counts.get(code) ?? 0) + places;
    counts.set(code, counted);
    unread -= places;
    most = Math.max(most, counted);
  };
  const look = (number: number, at: number) => {
    if (codes[number]![at] !== UNREAD) return;
    const { segment, positions } = all[number]!;
    const code = segment.codeAt(positions[at]! + ahead);
    codes[number]![at] = code;
    count(code, 1);
  };
  const stretches = all.map(({ positions }, number) => ({ number, from: 0, to: positions.length - 1 }));
  for (const { number, from, to } of stretches) {
    if (to < from) continue;
    look(number, from);
    look(number, to);
    if (most + unread < least) return null;
    const own = codes[number]!;
    if (to - from < 2) continue;
    if (own[from] === own[to]) {
      own.fill(own[from]!, from, to);
      count(own[from]!, to - from - 1);
    } else {
      const middle = (from + to) >>> 1;
      stretches.push({ number, from, to: middle }, { number, from: middle, to });
    }
  }
  if (most < least) return null;
  const code = [...counts].find(([, places]) => places === most)![0];
  const places = all.map((found, number) => ({
    ...found,
    positions: found.positions.filter((_, at) => codes[number]![at] === code),
  }));
  return { code, places };
}
