import type { Checked } from '../../engine/check/checkDraft';
import type { Problem } from '../../engine/check/problem';
import type { CheckOutcome } from '../protocol/check';
import { rangeOf } from './diagnostics';

/** What a client is told of a check: how many problems are shown, and what of the draft stands in the corpus, where that was asked. */
export function outcomeOf(problems: readonly Problem[], { overlap }: Checked): CheckOutcome {
  if (!overlap) return { problems: problems.length, overlap: null };
  const runs = problems.flatMap(problem =>
    problem.code === 'overlap' && problem.source
      ? [{ range: rangeOf(problem), taken: problem.taken ?? 0, source: problem.source }]
      : [],
  );
  return { problems: problems.length, overlap: { ...overlap.total, runs, lines: overlap.lines } };
}
