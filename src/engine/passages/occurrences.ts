import type { CorpusView, Segment } from '../index/segment';
import { cheapRank, SAMPLED_EVERY } from '../index/suffixes/sampledRanks';
import { suffixRanges } from '../index/suffixes/suffixRange';
import { visitSuffixes } from '../index/suffixes/visitSuffixes';

/** A place in the view: number of the segment, UTF-16 position in its text. */
export interface Occurrence {
  readonly segment: number;
  readonly position: number;
}

/** How an enumeration went. */
export interface Visit {
  /** Occurrences in the view, those in dead articles included. */
  readonly total: number;
  /** Occurrences looked at: all, or `most` at equal strides through the sorted ranges, as far as they are here. */
  readonly seen: number;
}

/** Moves each sample within its stride, evenly over time, so that a sample never keeps step with a regular text. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Calls `visit` for at most `most` occurrences of `phrase`, in the order of their right contexts within a segment.
 * Where there are more, one out of each stride (systematic sampling): neighbours in that order are alike, so strides keep
 * the variety. Where strides are long, a rank nearby that costs no page is taken.
 */
export function visitOccurrences(
  view: CorpusView,
  phrase: string,
  most: number,
  visit: (segment: Segment, position: number, segmentNumber: number) => void,
): Visit {
  const { ranges, total } = suffixRanges(view, phrase);
  const step = Math.max(1, total / most);
  let looks = 0;
  let seen = 0;
  let before = 0;
  ranges.forEach(({ lo, hi }, number) => {
    const segment = view[number]!;
    const { isJudged } = segment;
    const ranks: number[] = [];
    for (; ; looks++) {
      const rank = Math.floor((looks + ((looks * GOLDEN) % 1)) * step) - before;
      if (rank >= hi - lo) break;
      ranks.push(step >= SAMPLED_EVERY ? cheapRank(lo + rank, lo) : lo + rank);
    }
    let last = -1;
    visitSuffixes(segment, new Int32Array(ranks), position => {
      // Of a segment of which little is here, neighbours may be one.
      if (position < 0 || (segment.rangeOf && position === last)) return;
      last = position;
      if (isJudged && !isJudged(segment.articleAt(position))) return;
      seen++;
      visit(segment, position, number);
    });
    before += hi - lo;
  });
  return { total, seen };
}

/** Places of all layouts of libraries on demand together that are read with what stands around them: each takes a page of text. */
const MOST_READ = 400;
/** Of one layout at least. */
const FEWEST_READ = 8;

/** How many of its segments are read on demand. */
export const layoutsOf = (view: CorpusView): number => view.filter(segment => segment.rangeOf).length;

/** Places of one layout that are read, where there are so many: see `visitReadable`. */
export const readOfLayout = (layouts: number): number => Math.max(FEWEST_READ, Math.floor(MOST_READ / layouts));

/**
 * As `visitOccurrences`, for whoever reads the text around each place, `around` code units to both sides. Of libraries that are read on demand only some
 * places are looked at, and of those the ones whose text is here; each stands for `weight` of them.
 *
 * @param phraseOf what is looked for in a part of the view: in what is here whole, then in each layout
 */
export function visitReadable(
  view: CorpusView,
  phraseOf: (part: CorpusView) => string,
  {
    most,
    around,
    layouts = layoutsOf(view),
  }: { readonly most: number; readonly around: number; readonly layouts?: number },
  visit: (segment: Segment, position: number, segmentNumber: number, weight: number) => void,
): Visit {
  const whole = view.flatMap((segment, number) => (segment.rangeOf ? [] : [number]));
  const parts = view.flatMap((segment, number) => (segment.rangeOf ? [[number]] : []));
  let [total, seen] = [0, 0];
  for (const numbers of [whole, ...parts]) {
    const places: Occurrence[] = [];
    const isPart = numbers !== whole;
    const part = numbers.map(number => view[number]!);
    const looked = visitOccurrences(
      part,
      phraseOf(part),
      isPart ? readOfLayout(layouts) : most,
      (segment, position, i) => {
        const isHere = !isPart || segment.hasText?.(...surroundings(segment, position, around)) !== false;
        if (isHere) places.push({ segment: numbers[i]!, position });
      },
    );
    total += looked.total;
    seen += places.length;
    for (const { segment, position } of places) visit(view[segment]!, position, segment, looked.total / places.length);
  }
  return { total, seen };
}

/** What is read around a place. */
export const surroundings = (segment: Segment, position: number, around: number): [start: number, end: number] => [
  Math.max(0, position - around),
  Math.min(segment.length, position + around),
];
