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
  const said = [...text.matchAll(SAID)].map(({ index, 0: all }) => {
    const start = index + all.length;
    return { start, end: sentenceEnd(text, start), isMarked: false };
  });
  const free = said.filter(({ start, end }) => !marked.some(other => other.start < end && start < other.end));
  return [...marked, ...free].sort((a, b) => a.start - b.start);
}

function sentenceEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isSentenceEnd(text.charCodeAt(end))) end++;
  return Math.min(text.length, end + 1);
}
