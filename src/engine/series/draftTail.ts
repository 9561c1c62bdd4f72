import { isClosing } from '../text/punctuation';

/** The end of a draft, as far as its own structure is looked at. */
export interface DraftTail {
  /** The paragraphs above the cursor's without indentation, blank ones left out. */
  readonly above: readonly string[];
  /** The cursor's paragraph up to the cursor, its indentation left out. `　　一是抓早；|` → `一是抓早；` */
  readonly line: string;
}

/** UTF-16 code units before the cursor: two or three sections of a speech. */
const REACH = 4000;

/** What the draft ends with at the cursor. The paragraph that the reach cuts in two is left out. */
export function draftTail(before: string): DraftTail {
  const tail = before.slice(-REACH);
  const lines = tail.split(/\r\n|\r|\n/).map(text => text.replace(/^[\s　]+/, ''));
  const line = lines.pop()!;
  if (tail.length < before.length) lines.shift();
  return { above: lines.filter(text => text !== ''), line };
}

/** What ends a sentence, or a part of one that may be a member of a series. */
const PART_ENDS = '。！？；：…';

/** Where the text behind the last sentence end, semicolon or colon begins: `一是抓早；二是抓|` gives 5. */
export function sentencePartStart(text: string): number {
  let start = text.length;
  while (start > 0 && !PART_ENDS.includes(text[start - 1]!)) start--;
  while (start > 0 && isClosing(text.charCodeAt(start))) start++;
  return start;
}
