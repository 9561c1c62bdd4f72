import type { CorpusView } from '../../index/segment';
import type { Span } from '../../text/sentences';
import type { Counting } from './matches';
import { ANYTHING, type MayStand } from './mayStand';
import { type Holder, type SeedPlaces, seedPlaces } from './seedPlaces';

/** A piece that was looked up, and at how many places it may be in a whole window; `POSITIVE_INFINITY`: at more than were looked at. */
export interface TriedPiece extends Span {
  readonly places: number;
}

/** A stretch that so many articles have. */
export interface KnownStretch extends Span {
  /** All places that have all of it, by segment and rank, those of articles that count; undefined where they are many. */
  readonly holders: readonly Holder[] | undefined;
}

/**
 * The stretches of [start, end) of at least `least` code units that at least `articles` articles have, ascending; together they cover
 * every such stretch. Of each window of that length a piece at its end is looked up first: where nobody has it, no window that holds it
 * can be known, and all of them are passed over at once, as in searching from right to left (Boyer, Moore 1977). Where few have it,
 * their surroundings tell of all those windows without another search (seed and extend, as in aligning sequences). Only a piece that
 * many have needs a longer one.
 *
 * @param tried gets the pieces that were looked up
 * @param absent gets pieces that a segment has not, ascending, by the number of the segment
 * @param known such pieces of another time, by their ends: a window with one that too few places have is not looked at
 * @param mayStand a window is not looked for where it cannot be
 */
export function knownStretches(
  view: CorpusView,
  text: string,
  { start, end }: Span,
  least: number,
  articles: number,
  counting: Counting,
  {
    tried = [],
    known = [],
    absent = view.map(() => []),
    mayStand = ANYTHING,
  }: {
    readonly tried?: TriedPiece[];
    readonly known?: readonly TriedPiece[];
    readonly absent?: readonly Span[][];
    readonly mayStand?: MayStand;
  } = {},
): KnownStretch[] {
  const found: KnownStretch[] = [];
  const standsAnywhere = (at: number) => view.some((_, number) => mayStand(number, at, at + least));
  let passed = 0;
  for (let window = start; window + least <= end; ) {
    if (!standsAnywhere(window)) {
      window++;
      continue;
    }
    while (passed < known.length && known[passed]!.end <= window) passed++;
    const behind = behindRare(known, passed, { start: window, end: window + least }, articles);
    if (behind > window) {
      window = behind;
      continue;
    }
    let next = window;
    let last = Math.min(window + (least >> 1), end - least);
    while (!standsAnywhere(last)) last--;
    for (const length of seedLengths(least, last - window)) {
      const seed = window + least - length;
      const piece = { seed, length, start: window, end, least };
      const places = seedPlaces(view, text, piece, counting, absent, mayStand);
      tried.push({ start: seed, end: window + least, places: places.looked });
      const isCut = places.looked === Number.POSITIVE_INFINITY;
      if (isCut && length < least) continue;
      const stretch = firstKnown(places, window, seed, least, articles);
      if (stretch) found.push({ ...stretch, holders: isCut ? undefined : holdersOf(places, seed, stretch) });
      next = stretch ? stretch.end - least + 1 : seed + 1;
      break;
    }
    window = next;
  }
  return found;
}

/** The first start of a window behind all pieces within this one that fewer places have than so many articles. */
function behindRare(known: readonly TriedPiece[], from: number, { start, end }: Span, articles: number): number {
  let behind = start;
  for (let at = from; at < known.length && known[at]!.end <= end; at++) {
    const piece = known[at]!;
    if (piece.start >= behind && piece.places < articles) behind = piece.start + 1;
  }
  return behind;
}

/**
 * How long pieces are looked up, one after the other: measured, neither more nor fewer are faster. The first is as long as all windows have it that begin up to `apart`
 * code units apart: where only few windows may stand at all, a longer piece says as much of them, and stands at fewer places.
 */
const seedLengths = (least: number, apart: number): number[] => [
  ...new Set([least - apart, Math.max(least - apart, least - Math.floor(least / 6)), least]),
];

/** The first window between `window` and `seed` that so many articles have, as far as it goes. */
function firstKnown(
  { length, holders, before, from }: SeedPlaces,
  window: number,
  seed: number,
  least: number,
  articles: number,
): Span | undefined {
  if (length < articles) return undefined;
  for (let start = window; start <= seed; start++) {
    const head = seed - start;
    const reach = new Map<number, number>();
    for (let i = 0; i < length; i++) {
      const common = head + from[i]!;
      if (before[i]! < head || common < least) continue;
      const { cluster } = holders[i]!;
      reach.set(cluster, Math.max(common, reach.get(cluster) ?? 0));
    }
    if (reach.size < articles) continue;
    const sorted = [...reach.values()].sort((a, b) => b - a);
    return { start, end: start + sorted[articles - 1]! };
  }
  return undefined;
}

/** Those of the places of a seed that have all of a stretch around it. */
function holdersOf({ holders, before, from }: SeedPlaces, seed: number, { start, end }: Span): Holder[] {
  const have: Holder[] = [];
  for (const [i, { segment, position, rank, cluster }] of holders.entries()) {
    if (before[i]! < seed - start || from[i]! < end - seed) continue;
    have.push({ segment, position: position - (seed - start), rank, cluster });
  }
  return have.sort((a, b) => a.segment - b.segment || a.rank - b.rank);
}
