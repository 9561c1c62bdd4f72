import type { CorpusView, Segment } from '../../index/segment';
import type { Occurrence } from '../../passages/occurrences';
import type { Span } from '../../text/sentences';
import type { Counting } from './matches';
import { ANYTHING, type MayStand } from './mayStand';
import { visitNeighbours } from './neighbours';

/** A piece that was looked up, and at how many places it stands; `POSITIVE_INFINITY`: at more than were looked at. */
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
  const lengths = seedLengths(least);
  let passed = 0;
  for (let window = start; window + least <= end; ) {
    while (passed < known.length && known[passed]!.end <= window) passed++;
    const behind = behindRare(known, passed, { start: window, end: window + least }, articles);
    if (behind > window) {
      window = behind;
      continue;
    }
    if (!view.some((_, number) => mayStand(number, window, window + least))) {
      window++;
      continue;
    }
    let next = window;
    for (const length of lengths) {
      const seed = window + least - length;
      const places = seedPlaces(view, text, seed, { start: window, end, least }, length, counting, absent, mayStand);
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

/** How long pieces are looked up, one after the other: measured, neither more nor fewer are faster. */
const seedLengths = (least: number): number[] => [
  ...new Set([least - (least >> 1), least - Math.floor(least / 6), least]),
];

/** So many places in a segment tell of their surroundings; looking a longer piece up is cheaper than more. */
const FEW = 16;
/** Places of a whole window that are looked at in a segment: more are a wording of many articles anyway. */
const MANY = 48;

/** A place of the corpus, the rank of its suffix among those that begin alike, and the number of its article and near-duplicates. */
export interface Holder extends Occurrence {
  readonly rank: number;
  readonly cluster: number;
}

/** Where a seed stands in a whole window that is known, and how far its surroundings agree: columns of equal length. */
interface SeedPlaces {
  length: number;
  /** Places of the seed, in a window or not; `POSITIVE_INFINITY`: there are more, with no more in common to the right. */
  looked: number;
  readonly holders: Holder[];
  /** Code units that agree before the seed, and from its beginning on. */
  readonly before: number[];
  readonly from: number[];
}

function seedPlaces(
  view: CorpusView,
  text: string,
  seed: number,
  { start, end, least }: Span & { readonly least: number },
  length: number,
  { exceptCluster }: Counting,
  absent: readonly Span[][],
  mayStand: MayStand,
): SeedPlaces {
  const places: SeedPlaces = { length: 0, looked: 0, holders: [], before: [], from: [] };
  const most = seed > start ? FEW : MANY;
  const window = length + seed - start;
  for (const [number, segment] of view.entries()) {
    const lacks = absent[number]!;
    if (holdsPiece([lacks.at(-1)], seed, seed + length)) continue;
    if (!standsAnyWindow(mayStand, number, start, Math.min(seed, end - least), least)) continue;
    let looked = 0;
    const longest = visitNeighbours(segment, text, seed, end, length, (position, common, rank) => {
      places.looked++;
      if (looked++ === most) {
        places.looked = Number.POSITIVE_INFINITY;
        return false;
      }
      const before = commonBefore(segment, position, text, seed, start);
      if (before + common < window) return true;
      const article = segment.articleAt(position);
      const cluster = segment.cluster(article);
      if (cluster === exceptCluster || (segment.hasDead && segment.isDead(article))) return true;
      places.length++;
      places.holders.push({ segment: number, position, rank, cluster });
      places.before.push(before);
      places.from.push(common);
      return true;
    });
    if (longest < length) lacks.push({ start: seed, end: seed + longest + 1 });
    // A longer piece is looked up instead.
    if (places.looked === Number.POSITIVE_INFINITY && length < least) break;
  }
  return places;
}

/** May a window stand there that begins between `first` and `last`? */
function standsAnyWindow(mayStand: MayStand, segment: number, first: number, last: number, least: number): boolean {
  for (let start = first; start <= last; start++) if (mayStand(segment, start, start + least)) return true;
  return false;
}

/** Is one of these pieces within [start, end)? Then who has not the piece has not this either. */
export const holdsPiece = (pieces: readonly (Span | undefined)[], start: number, end: number): boolean =>
  pieces.some(piece => piece !== undefined && start <= piece.start && piece.end <= end);

function commonBefore(segment: Segment, position: number, text: string, seed: number, start: number): number {
  let common = 0;
  while (seed - common > start && segment.codeAt(position - common - 1) === text.charCodeAt(seed - common - 1))
    common++;
  return common;
}

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
  return holders
    .map((holder, i) => ({ ...holder, position: holder.position - (seed - start), i }))
    .filter(({ i }) => before[i]! >= seed - start && from[i]! >= end - seed)
    .sort((a, b) => a.segment - b.segment || a.rank - b.rank);
}
