import { splitSentences } from '../../text/sentences';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import { lettersOf } from '../draft/letters';
import type { DraftSpan, Problem } from '../problem';

/** A shorter sentence is a call or a heading, and may come again. */
const LEAST = 11;
/** A remark in brackets behind each of many points is a form, no sentence. */
const REMARK = /^[（(][^）)]*[）)]?[。；]?$/;

/** Sentences that stand in the draft a second time, whatever their marks; the first place is named. Quotations are left alone. */
export function repeatProblems({ spoken }: Draft): Problem[] {
  const known = new Map<string, DraftSpan>();
  const problems: Problem[] = [];
  for (const line of spoken) {
    if (line.kind !== 'body') continue;
    for (const { start, end } of splitSentences(line.text)) {
      const letters = lettersOf(line.text.slice(start, end)).replace(LEAD, '');
      if (letters.length < LEAST || REMARK.test(line.text.slice(start, end)) || isQuotation(line, start, end)) continue;
      const span = spanIn(line, start, end);
      const first = known.get(letters);
      if (!first) {
        known.set(letters, span);
        continue;
      }
      const last = problems.at(-1);
      const [before] = last?.related ?? [];
      // Sentences that came one behind the other come again as one.
      if (last && before && isNext(last, span) && isNext(before, first))
        problems[problems.length - 1] = problemOf({ ...last, end: span.end }, { ...before, end: first.end });
      else problems.push(problemOf(span, first));
    }
  }
  return problems;
}

const isNext = (one: DraftSpan, next: DraftSpan): boolean => one.endLine === next.line && next.start - one.end <= 1;

function problemOf({ line, start, endLine, end }: DraftSpan, first: DraftSpan): Problem {
  const at = first.line + 1;
  return {
    code: 'repeat',
    line,
    start,
    endLine,
    end,
    related: [first],
    message: {
      zh: `与第 ${at} 行的句子重复。请删去一处，或换个说法。`,
      en: `This stands in line ${at} already. Take one away, or say it another way.`,
    },
  };
}

/** The number in front is no part of what is said. */
const LEAD = /^(?:第?[一二三四五六七八九十]{1,3}(?=[是要])[是要]?|[0-9]{1,2})/;

function isQuotation({ quoted }: DraftLine, start: number, end: number): boolean {
  const inside = quoted.reduce(
    (sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    0,
  );
  return inside * 2 > end - start;
}
