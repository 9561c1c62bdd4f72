import { engineLimits } from '../../limits';
import { numberingSteps } from '../../outline/problems/problems';
import { describeProblem, spokenOf } from '../../outline/problems/problemText';
import type { Steps } from '../../steps';
import type { Draft } from '../draft/draft';
import type { Problem } from '../problem';

/** What is wrong with the numbers, as the outline tells it. */
export function* numberingProblems({ lines, read }: Draft): Steps<Problem[]> {
  const texts = lines.map((line, index) => (read[index]!.kind === 'matter' ? '' : line));
  return (yield* numberingSteps(texts)).slice(0, engineLimits.problems).map(problem => {
    const { paragraph, start, end, expected, fix, openUntil } = problem;
    const marker = expected && spokenOf(expected);
    return {
      code: 'numbering',
      line: paragraph,
      start,
      endLine: paragraph,
      end,
      message: { zh: describeProblem(problem, 'zh-cn'), en: describeProblem(problem, 'en') },
      ...(fix.length > 0 && { fix: { title: { zh: `改为“${marker}”`, en: `Change to “${marker}”` }, edits: fix } }),
      openUntil,
    };
  });
}
