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
 * Marks that open and are not closed in their paragraph, or close what is not open. A quotation over several paragraphs opens in each
 * and is closed in the last; within one of the same kind none opens anew.
 */
export function pairProblems({ spoken }: Draft): Problem[] {
  const problems: Problem[] = [];
  /** A quotation that a paragraph leaves open, for the next to go on with. */
  let carried: Open | undefined;
  for (const line of spoken) {
    const { text } = line;
    const opened: Open[] = [];
    for (let at = 0; at < text.length; at++) {
      const mark = text[at]!;
      if (CLOSE_OF.has(mark)) {
        const same = opened.findIndex(other => other.mark === mark);
        if (same >= 0 && mark === '“') problems.push(...opened.splice(same).map(unclosed));
        opened.push({ mark, line, at });
        continue;
      }
      const open = OPEN_OF.get(mark);
      // ’99 and don’t: no quotation.
      if (mark === '’' && /^[0-9a-zA-Z]/.test(text.slice(at + 1))) continue;
      if (
        open === undefined ||
        (mark === '）' && POINT.test(text.slice(0, at)) && !opened.some(one => one.mark === '（'))
      )
        continue;
      const match = opened.findLastIndex(other => other.mark === open);
      if (match >= 0) problems.push(...opened.splice(match).slice(1).map(unclosed));
      else if (carried?.mark === open) carried = undefined;
      else problems.push(unopened({ mark, line, at }));
    }
    const [first] = opened;
    // The same mark again at the beginning of a paragraph goes on with the quotation.
    if (carried && !(opened.length === 1 && first!.at === 0 && first!.mark === carried.mark) && opened.length > 0) {
      problems.push(unclosed(carried));
      carried = undefined;
    }
    if (opened.length === 1 && first!.mark === '“' && !carried) carried = first;
    else if (!carried) problems.push(...opened.map(unclosed));
  }
  if (carried) problems.push(unclosed(carried));
  return problems;
}

function unclosed({ mark, line, at }: Open): Problem {
  const close = CLOSE_OF.get(mark)!;
  return {
    code: 'pairs',
    ...spanIn(line, at, at + 1),
    message: { zh: `“${mark}”没有对应的“${close}”。`, en: `${mark} is not closed: ${close} is missing.` },
  };
}

function unopened({ mark, line, at }: Open): Problem {
  const open = OPEN_OF.get(mark)!;
  return {
    code: 'pairs',
    ...spanIn(line, at, at + 1),
    message: { zh: `“${mark}”前面没有对应的“${open}”。`, en: `${mark} closes nothing: ${open} is missing.` },
  };
}
