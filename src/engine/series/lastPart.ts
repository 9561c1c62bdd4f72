import { isClosing } from '../text/punctuation';

/** What ends a sentence, or a part of one that may be a member of a series. */
const PART_ENDS = '。！？；：…';

/** Where the text behind the last sentence end, semicolon or colon begins: `一是抓早；二是抓|` gives 5. */
export function lastPartStart(text: string): number {
  let start = text.length;
  while (start > 0 && !PART_ENDS.includes(text[start - 1]!)) start--;
  while (start > 0 && isClosing(text.charCodeAt(start))) start++;
  return start;
}
