import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import type { Span } from '../../text/sentences';
import { isLetter } from '../draft/letters';
import { type Counting, matchesIn } from './matches';
import { ANYTHING, type MayStand } from './mayStand';
import { PairRanges } from './pairRanges';

/** Finds how far a wording of many articles goes from an offset of a text: 1 where two characters are too many already. */
export type CommonFrom = (at: number) => number;

/** A piece begins with two characters: less has no place in the index. */
const SHORTEST = 2;

/** Looks pieces of `text` up when they are first asked for, and remembers them: `many` articles have each. */
export function commonPieces(
  view: CorpusView,
  text: string,
  many: number,
  counting: Counting,
  mayStand: MayStand = ANYTHING,
): CommonFrom {
  const known = new Map<number, number>();
  const pairs = new PairRanges(view, text);
  return at => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const length = at + SHORTEST > text.length ? 1 : commonLength({ view, text, pairs }, at, many, counting, mayStand);
    known.set(at, length);
    return length;
  };
}

/** What is looked up, and where. */
interface Looked {
  readonly view: CorpusView;
  readonly text: string;
  readonly pairs: PairRanges;
}

/** How far `many` articles go along with a text from `at` on: 1 where that is less than two code units. */
function commonLength(
  { view, text, pairs }: Looked,
  at: number,
  many: number,
  { exceptCluster }: Counting,
  mayStand: MayStand,
): number {
  const widths = view.map((_, number) => pairs.placesOf(number, at, at + SHORTEST));
  // Where most begin so, many go far: of the others only what goes further matters.
  let left = [...view.keys()].sort((a, b) => widths[b]! - widths[a]!);
  const asked = { text, from: at, end: text.length };
  const longest = new Map<number, number>();
  let length = SHORTEST - 1;
  for (;;) {
    // What goes further may stand in so many articles: in those that are known to go further, and at so many places of other segments.
    let most = 0;
    for (const common of longest.values()) if (common > length) most++;
    left = left.filter(number => {
      const end = at + length + 1;
      if (widths[number] === 0 || !mayStand(number, at, end)) return false;
      if (most < many) most += end <= text.length ? pairs.placesOf(number, at, end, many - most) : 0;
      return true;
    });
    const number = left.shift();
    if (number === undefined || most < many) return length;
    const range = pairs.at(number, at);
    const own = matchesIn(view[number]!, number, asked, { least: length + 1, wanted: many, exceptCluster, range });
    for (const match of own) longest.set(match.cluster, Math.max(match.length, longest.get(match.cluster) ?? 0));
    if (longest.size >= many) length = [...longest.values()].sort((a, b) => b - a)[many - 1]!;
  }
}

/**
 * Where the wordings of many articles begin that [start, end) is made of, ascending, as many as `most`. Each is taken as long as it goes, so that
 * they are as few as they can be (as in the factors of Lempel and Ziv 1976). The fewer, the likelier two writers have come upon the same words by
 * themselves: 不断提高|人民生活水平 is two, 井台上|晒着|半筐|柿|子 is five.
 */
export function pieceStarts(text: string, start: number, end: number, most: number, commonFrom: CommonFrom): number[] {
  const starts: number[] = [];
  for (let at = start; at < end && starts.length < most; ) {
    if (!isLetter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    starts.push(at);
    // How far the last of them goes nobody asks.
    if (starts.length < most) at += commonFrom(at);
  }
  return starts;
}

/** What stands beside a join on either side: two characters. */
const BESIDE = 2;

/**
 * Is it as surprising as so many bits that pieces go on with one another: of what goes on behind the last characters of each, so little goes on so? What is
 * made of [start, end) elsewhere does not count.
 */
export function areJoinsSurprising(
  view: CorpusView,
  text: string,
  { start, end }: Span,
  starts: readonly number[],
  least: number,
): boolean {
  const joins = starts.slice(1).map(at => {
    const before = text.slice(Math.max(start, at - BESIDE), at);
    return { before: countOccurrences(view, before), both: before + text.slice(at, Math.min(end, at + BESIDE)) };
  });
  // What stands before a join is counted without a look at the text: by that alone most are no surprise, or one after one or two joins.
  let most = joins.reduce((bits, { before }) => bits + Math.log2(before / UNSEEN), 0);
  if (most < least - ROUNDED) return false;
  const copies = countOccurrences(view, text.slice(start, end));
  let bits = 0;
  for (const { before, both } of joins) {
    const own = Math.log2(before / Math.max(UNSEEN, countOccurrences(view, both) - copies));
    bits += own;
    most += own - Math.log2(before / UNSEEN);
    if (bits >= least || most < least - ROUNDED) break;
  }
  return bits >= least;
}

/** What nobody says may still be said. */
const UNSEEN = 0.5;
/** A sum in another order may differ by less. */
const ROUNDED = 1e-6;
