import { type CheckOptions, checkDraft } from '../../../src/engine/check/checkDraft';
import { CHECKS } from '../../../src/engine/check/codes';
import type { CheckCode, Problem } from '../../../src/engine/check/problem';
import type { CorpusView } from '../../../src/engine/index/segment';
import type { Fault, LabelledDraft } from './labelledDraft';

/** How well one check finds its faults. */
export interface CodeScore {
  readonly code: CheckCode;
  readonly faults: number;
  readonly found: number;
  /** Problems told of, and how many of them are none. */
  readonly told: number;
  readonly wrong: number;
}

export interface ChecksScore {
  readonly drafts: number;
  readonly characters: number;
  readonly codes: readonly CodeScore[];
  /** What was missed or is none, to be looked at. */
  readonly mistakes: readonly string[];
}

/** Checks all drafts and compares with what is marked: a problem is right where it touches a fault of its kind. */
export function scoreChecks(view: CorpusView, drafts: readonly LabelledDraft[], options: CheckOptions): ChecksScore {
  const mistakes: string[] = [];
  const counts = new Map(CHECKS.map(({ code }) => [code, { code, faults: 0, found: 0, told: 0, wrong: 0 }]));
  drafts.forEach(({ lines, faults }, number) => {
    const problems = checkDraft(view, lines, options);
    const tell = (what: string, { code, line, start, end }: Pick<Fault, 'code' | 'line' | 'start' | 'end'>) =>
      mistakes.push(`${what} ${code}: draft ${number + 1}, line ${line + 1}: ${lines[line]!.slice(start, end)}`);
    for (const fault of faults) {
      const count = counts.get(fault.code)!;
      count.faults++;
      if (problems.some(problem => isAbout(problem, fault))) count.found++;
      else tell('missed', fault);
    }
    for (const problem of problems) {
      const count = counts.get(problem.code)!;
      count.told++;
      if (faults.some(fault => isAbout(problem, fault))) continue;
      count.wrong++;
      tell('no', problem);
    }
  });
  const characters = drafts.reduce((sum, { lines }) => sum + lines.join('').length, 0);
  return { drafts: drafts.length, characters, codes: [...counts.values()], mistakes };
}

const isAbout = ({ code, line, start, end }: Problem, fault: Fault): boolean =>
  code === fault.code && line === fault.line && start < fault.end && fault.start < end;
