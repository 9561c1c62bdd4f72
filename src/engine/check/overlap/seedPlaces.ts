import type { CorpusView, Segment } from '../../index/segment';
import type { Occurrence } from '../../passages/occurrences';
import type { Span } from '../../text/sentences';
import type { Counting } from './matches';
import type { MayStand } from './mayStand';
import { visitNeighbours } from './neighbours';

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
export interface SeedPlaces {
  length: number;
  /** Places of the seed, in a window or not; `POSITIVE_INFINITY`: there are more, with no more in common to the right. */
  looked: number;
  readonly holders: Holder[];
  /** Code units that agree before the seed, and from its beginning on. */
  readonly before: number[];
  readonly from: number[];
}

/** A seed of `length` code units from `seed` on; windows of `least` code units begin between `start` and it, and end by `end`. */
interface Seed extends Span {
  readonly seed: number;
  readonly length: number;
  readonly least: number;
}

/**
 * Where a seed stands, with so much around it that it may be in a whole window.
 *
 * @param absent see `knownStretches`
 */
export function seedPlaces(
  view: CorpusView,
  text: string,
  { seed, length, start, end, least }: Seed,
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
