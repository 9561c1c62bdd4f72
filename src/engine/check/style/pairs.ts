import { engineLimits } from '../../limits';
import { quotePairs } from '../../text/punctuation';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import type { Problem } from '../problem';

const CLOSE_OF = new Map(quotePairs);
const OPEN_OF = new Map(quotePairs.map(([open, close]) => [close, open]));
/** `1）` and `（1）`, `a）`: a number at the beginning of a point has one bracket only, and wants no other. */
const POINT = /(?:^|[。；：，、])[0-9０-９a-zA-Z一二三四五六七八九十]{1,3}$/;

interface Open {
  readonly mark: string;
  readonly line: DraftLine;
  readonly at: number;
}

/**
 * Marks that open and are not closed in their paragraph, or close what is not open. A quotation may go on in the next paragraph, and in
 * one after another that begin with its mark anew; within a paragraph none of its kind opens before it is closed.
 */
export function pairProblems({ spoken }: Draft): Problem[] {
  const problems: Problem[] = [];
  const tell = (left: readonly Open[]) => {
    // Every mark of a text of nothing but marks is one: more than are told need not be kept.
    for (const one of left) if (problems.length < engineLimits.problems) problems.push(unclosed(one));
  };
  /** The quotation that the paragraph before left open. */
  let carried: Open | undefined;
  for (const line of spoken) {
    const goesOn = carried !== undefined && line.text[0] === carried.mark;
    const opened: Open[] = [];
    for (let at = goesOn ? 1 : 0; at < line.text.length; at++) {
      const mark = line.text[at]!;
      if (CLOSE_OF.has(mark)) {
        const same = mark === '“' ? opened.findIndex(other => other.mark === mark) : -1;
        if (same >= 0) tell(opened.splice(same));
        opened.push({ mark, line, at });
        continue;
      }
      const open = OPEN_OF.get(mark);
      if (open === undefined || isAlone(mark, line.text, at, opened)) continue;
      const match = opened.findLastIndex(other => other.mark === open);
      if (match >= 0) tell(opened.splice(match).slice(1));
      else if (carried?.mark === open) carried = undefined;
      else if (problems.length < engineLimits.problems) problems.push(unopened({ mark, line, at }));
    }
    if (carried && !goesOn) {
      problems.push(unclosed(carried));
      carried = undefined;
    }
    if (!carried && opened.length === 1 && opened[0]!.mark === '“') carried = opened[0];
    else tell(opened);
  }
  if (carried) problems.push(unclosed(carried));
  return problems;
}

/** ’99 and don’t; 1）: closing marks that close nothing. */
function isAlone(mark: string, text: string, at: number, opened: readonly Open[]): boolean {
  if (mark === '’') return /^[0-9a-zA-Z]/.test(text.slice(at + 1));
  return mark === '）' && POINT.test(text.slice(Math.max(0, at - 5), at)) && !opened.some(other => other.mark === '（');
}

function unclosed({ mark, line, at }: Open): Problem {
  const close = CLOSE_OF.get(mark)!;
  return {
    code: 'pairs',
    ...spanIn(line, at, at + 1),
    message: {
      zh: `${mark} 没有对应的 ${close}。请补上，或删去它。`,
      en: `${mark} is not closed: ${close} is missing. Add it, or take ${mark} away.`,
    },
  };
}

function unopened({ mark, line, at }: Open): Problem {
  const open = OPEN_OF.get(mark)!;
  return {
    code: 'pairs',
    ...spanIn(line, at, at + 1),
    message: {
      zh: `${mark} 前面没有对应的 ${open}。请补上，或删去它。`,
      en: `${mark} closes nothing: ${open} is missing. Add it, or take ${mark} away.`,
    },
  };
}
