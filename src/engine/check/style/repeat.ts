import { splitSentences } from '../../text/sentences';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import { lettersOf } from '../draft/letters';
import type { DraftSpan, Problem } from '../problem';

/** A shorter sentence is a call or a heading, and may come again. */
const LEAST = 14;
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
      const at = first.line + 1;
      problems.push({
        code: 'repeat',
        ...span,
        related: [first],
        message: { zh: `与第 ${at} 行的句子重复。`, en: `This sentence stands in line ${at} already.` },
      });
    }
  }
  return problems;
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
