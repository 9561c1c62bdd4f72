import type { CorpusView } from '../../index/segment';
import type { Steps } from '../../steps';
import type { Span } from '../../text/sentences';
import { countLetters, isLetter } from '../draft/letters';
import { areJoinsSurprising, type CommonFrom, pieceStarts } from './commonPieces';
import type { Run } from './overlapRuns';

/** A run as it is told of: its ends may lie within what the article has, where a longer run takes the rest. */
export interface OverlapRun extends Span {
  readonly cluster: number;
  /** As it was found. */
  readonly whole: Run;
  /** Characters that count: in no quotation, and in no wording of many articles. */
  readonly own: number;
}

/** Looks at characters and runs between two yields, and so many that a run takes whatever it is. Some milliseconds. */
export const MOST_WORK = 50_000;
/** What a run counts of that. */
export const RUN_WORK = 100;

/** How far from the ends of a run another sentence is looked for. */
const EDGE = 6;

/** What of a text counts, and how far set phrases go in it. */
export interface Weighed {
  readonly counts: Uint8Array;
  readonly commonFrom: CommonFrom;
}

/** Set phrases that a run is made of at least: fewer, and two writers may have joined them each by himself. */
const PIECES = 5;
/** Of one less, when the joins between them are so surprising. Measured on copied slices and clean speeches. */
const SURPRISE_BITS = 32;
/** Of a run that the setting allows to be very short they have two letters each. */
const LETTERS_OF_PIECE = 2;

/**
 * Longest first; each is told of as far as no longer one is. All of them are taken over. Of how many set phrases a run is made tells how
 * likely it is that it was taken over at all.
 */
export function* chosenRuns(
  view: CorpusView,
  text: string,
  runs: readonly Run[],
  { counts, commonFrom }: Weighed,
  least: number,
): Steps<{ readonly runs: readonly OverlapRun[]; readonly taken: Uint8Array }> {
  const countIn = (start: number, end: number) => {
    let own = 0;
    for (let at = start; at < end; at++) own += counts[at]!;
    if (own < least) return 0;
    const wanted = Math.min(PIECES, Math.floor(countLetters(text, start, end) / LETTERS_OF_PIECE));
    // A whole sentence is said with one less, and so is what nobody else would join.
    const isWhole = holdsSentence(text, counts, start, end, least);
    const enough = isWhole ? wanted - 1 : wanted;
    const pieces = pieceStarts(text, start, end, enough, commonFrom);
    const isOwn =
      pieces.length >= enough ||
      (!isWhole &&
        pieces.length === wanted - 1 &&
        areJoinsSurprising(view, text, { start, end }, pieces, SURPRISE_BITS));
    return isOwn ? own : 0;
  };
  const given = new Map<number, number>();
  for (const { cluster, start, end } of runs) given.set(cluster, (given.get(cluster) ?? 0) + end - start);
  const order = [...runs].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || given.get(b.cluster)! - given.get(a.cluster)! || a.start - b.start,
  );
  const taken = new Uint8Array(text.length);
  const claimed = new Uint8Array(text.length);
  const kept: OverlapRun[] = [];
  let work = 0;
  for (const run of order) {
    work += run.end - run.start + RUN_WORK;
    if (work > MOST_WORK / 8) {
      yield;
      work = 0;
    }
    // What a longer run has told of all of, it does not tell anything about.
    if (!claimed.subarray(run.start, run.end).includes(0) || countIn(run.start, run.end) === 0) continue;
    const whole = trimmed(text, run);
    for (let at = whole.start; at < whole.end; at++) taken[at] = counts[at]!;
    const { start, end } = trimmed(text, run, claimed);
    const own = countIn(start, end);
    if (own === 0 || claimed.subarray(start, end).includes(1)) continue;
    claimed.fill(1, start, end);
    kept.push({ start, end, own, cluster: run.cluster, whole: run });
  }
  return { runs: kept.sort((a, b) => a.start - b.start), taken };
}

/** A run from its first letter to its last, without what is claimed at its ends, and without one or two letters of another sentence: they are the same by chance. */
function trimmed(text: string, run: Span, claimed?: Uint8Array): Span {
  let { start, end } = run;
  const isOut = (at: number) => claimed?.[at] || !isLetter(text.charCodeAt(at));
  while (start < end && isOut(start)) start++;
  while (end > start && isOut(end - 1)) end--;
  start += /^[^。！？；…\n]{1,2}[。！？；…\n]+/.exec(text.slice(start, Math.min(end, start + EDGE)))?.[0].length ?? 0;
  end -= /[。！？；…\n]+[^。！？；…\n]{1,2}$/.exec(text.slice(Math.max(start, end - EDGE), end))?.[0].length ?? 0;
  return { start, end };
}

/** Does [start, end) hold a whole sentence of at least `least` characters that count? Its full stop may be another. */
function holdsSentence(text: string, counts: Uint8Array, start: number, end: number, least: number): boolean {
  const isEnd = (at: number) => at < 0 || at >= text.length || /[。！？；…\n]/.test(text[at]!);
  let isWhole = isEnd(start - 1);
  let own = 0;
  for (let at = start; at <= end; at++) {
    if (!isEnd(at)) {
      if (at < end) own += counts[at]!;
      continue;
    }
    if (isWhole && own >= least) return true;
    [isWhole, own] = [true, 0];
  }
  return false;
}
