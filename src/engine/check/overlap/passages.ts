import type { Span } from '../../text/sentences';
import { countLetters } from '../draft/letters';
import type { OverlapRun } from './chosenRuns';
import type { Overlaps } from './overlaps';

/** Runs of one article that are told of as one. */
export interface OverlapPassage extends Span {
  /** At least one, ascending. */
  readonly runs: readonly OverlapRun[];
  /** Characters that count, of all runs together. */
  readonly own: number;
}

/**
 * Runs of one paragraph that stand one behind the other in the same article too, with no more than a word or two between them: a passage in
 * which a word was changed is one passage (as seeds are joined where plagiarism is looked for). Ascending.
 *
 * @param least characters of a run
 */
export function overlapPassages({ text, runs }: Overlaps, least: number): OverlapPassage[] {
  const passages: { start: number; end: number; runs: OverlapRun[]; own: number }[] = [];
  for (const run of runs) {
    const last = passages.at(-1);
    if (last && goesOn(text, last.runs.at(-1)!, run, least)) {
      last.end = run.end;
      last.runs.push(run);
      last.own += run.own;
    } else passages.push({ start: run.start, end: run.end, runs: [run], own: run.own });
  }
  return passages;
}

function goesOn(text: string, one: OverlapRun, next: OverlapRun, least: number): boolean {
  if (one.cluster !== next.cluster || one.whole.segment !== next.whole.segment) return false;
  const between = text.slice(one.end, next.start);
  if (between.includes('\n') || countLetters(between) > least / 2) return false;
  // What a run holds of another one's is no gap.
  const there = next.whole.position - one.whole.endPosition;
  const here = next.whole.start - one.whole.end;
  return there > -least && Math.abs(there - Math.max(0, here)) < 2 * least;
}
