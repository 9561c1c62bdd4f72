import { isSentenceEnd } from '../../text/punctuation';
import type { Span } from '../../text/sentences';

/** Words of somebody else. */
export interface QuotedSpan extends Span {
  /** Between quotation marks; else said to be quoted: 强调：…. */
  readonly isMarked: boolean;
}

const MARKED = /“([^“”]*)”|「([^「」]*)」|《([^《》]*)》/g;
/** Who says so is quoted to the end of the sentence, marks or none. */
const SAID = /(?:指出|强调|要求|说道?|写道|提出|讲过|讲到|说过|告诫我们|明确)：(?![“「『])/g;

/** What is quoted in a line, ascending, marks not included: `他说：“好。”` → 好。; `总书记指出：要实干。` → 要实干。 */
export function quotedSpans(text: string): QuotedSpan[] {
  const marked = [...text.matchAll(MARKED)].map(({ index, 0: all }) => ({
    start: index + 1,
    end: index + all.length - 1,
    isMarked: true,
  }));
  const said: QuotedSpan[] = [];
  for (const { index, 0: all } of text.matchAll(SAID)) {
    const start = index + all.length;
    // Who says what somebody said is quoted with it.
    if (start < (said.at(-1)?.end ?? 0)) continue;
    const end = sentenceEnd(text, start);
    if (!marked.some(other => other.start < end && start < other.end)) said.push({ start, end, isMarked: false });
  }
  return [...marked, ...said].sort((a, b) => a.start - b.start);
}

function sentenceEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isSentenceEnd(text.charCodeAt(end))) end++;
  return Math.min(text.length, end + 1);
}
