import type { CorpusView, Segment } from '../../index/segment';
import type { Span } from '../../text/sentences';
import type { Counting } from './matches';
import { visitNeighbours } from './neighbours';

/**
 * The stretches of [start, end) of at least `least` code units that at least `articles` articles have, ascending; together they cover
 * every such stretch. Of each window of that length a piece at its end is looked up first: where nobody has it, no window that holds it
 * can be known, and all of them are passed over at once, as in searching from right to left (Boyer, Moore 1977). Where few have it,
 * their surroundings tell of all those windows without another search (seed and extend, as in aligning sequences). Only a piece that
 * many have needs a longer one.
 *
 * @param absent gets stretches that were seen to be in fewer articles
 */
export function knownStretches(
  view: CorpusView,
  text: string,
  { start, end }: Span,
  least: number,
  articles: number,
  counting: Counting,
  absent: Span[] = [],
): Span[] {
  const found: Span[] = [];
  const lengths = seedLengths(least);
  for (let window = start; window + least <= end; ) {
    let next = window;
    for (const length of lengths) {
      const seed = window + least - length;
      const places = seedPlaces(view, text, seed, { start: window, end }, length, counting);
      if (places.isNone) absent.push({ start: seed, end: window + least });
      if (places.isCut && length < least) continue;
      const known = firstKnown(places, window, seed, least, articles);
      if (known) found.push(known);
      next = known ? known.end - least + 1 : seed + 1;
      break;
    }
    window = next;
  }
  return found;
}

/** How long pieces are looked up, one after the other: measured, neither more nor fewer are faster. */
const seedLengths = (least: number): number[] => [
  ...new Set([least - (least >> 1), least - Math.floor(least / 6), least]),
];

/** So many places in a segment tell of their surroundings; looking a longer piece up is cheaper than more. */
const FEW = 16;
/** Places of a whole window that are looked at in a segment: more are a wording of many articles anyway. */
const MANY = 48;

/** Where a seed stands in a whole window that is known, and how far its surroundings agree: columns of equal length. */
interface SeedPlaces {
  length: number;
  /** It stands nowhere, in no window either. */
  isNone: boolean;
  /** There are more, with no more in common to the right. */
  isCut: boolean;
  readonly clusters: number[];
  /** Code units that agree before the seed, and from its beginning on. */
  readonly before: number[];
  readonly from: number[];
}

function seedPlaces(
  view: CorpusView,
  text: string,
  seed: number,
  { start, end }: Span,
  length: number,
  { exceptCluster }: Counting,
): SeedPlaces {
  const places: SeedPlaces = { length: 0, isNone: true, isCut: false, clusters: [], before: [], from: [] };
  const most = seed > start ? FEW : MANY;
  const window = length + seed - start;
  for (const segment of view) {
    let looked = 0;
    visitNeighbours(segment, text, seed, end, length, (position, common) => {
      places.isNone = false;
      if (looked++ === most) {
        places.isCut = true;
        return false;
      }
      const before = commonBefore(segment, position, text, seed, start);
      if (before + common < window) return true;
      const article = segment.articleAt(position);
      const cluster = segment.cluster(article);
      if (cluster === exceptCluster || (segment.hasDead && segment.isDead(article))) return true;
      places.length++;
      places.clusters.push(cluster);
      places.before.push(before);
      places.from.push(common);
      return true;
    });
  }
  return places;
}

function commonBefore(segment: Segment, position: number, text: string, seed: number, start: number): number {
  let common = 0;
  while (seed - common > start && segment.codeAt(position - common - 1) === text.charCodeAt(seed - common - 1))
    common++;
  return common;
}

/** The first window between `window` and `seed` that so many articles have, as far as it goes. */
function firstKnown(
  { length, clusters, before, from }: SeedPlaces,
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
      reach.set(clusters[i]!, Math.max(common, reach.get(clusters[i]!) ?? 0));
    }
    if (reach.size < articles) continue;
    const sorted = [...reach.values()].sort((a, b) => b - a);
    return { start, end: start + sorted[articles - 1]! };
  }
  return undefined;
}
