import { isClosing, isOpening, quotePairs } from './punctuation';

const closingOf = new Map(quotePairs.map(([open, close]) => [open, close]));

/** Further back than this a quotation that is still open was forgotten. UTF-16 code units. */
const REACH = 400;

/** The closing marks that the paragraph before the cursor still wants and the text after it does not bring, outermost first. */
export function openPairs(before: string, after: string): string[] {
  const paragraph = before.slice(Math.max(before.lastIndexOf('\n') + 1, before.length - REACH));
  const wanted: string[] = [];
  for (const mark of paragraph) {
    if (isOpening(mark.charCodeAt(0))) wanted.push(closingOf.get(mark)!);
    else if (wanted.at(-1) === mark) wanted.pop();
  }
  // What an editor has closed by itself: `“四个|”`.
  for (let i = 0; wanted.length > 0 && wanted.at(-1) === after[i]; i++) wanted.pop();
  return wanted;
}

/**
 * At which offsets may `text` end without leaving half a pair? Flat, by offset from 0 to its length: `“四个|意识”|，|`
 * may end after the closing quote, not inside. From a mark on that closes what nobody opened it may not end at all.
 *
 * @param wanted closing marks that `text` may bring: see `openPairs`
 */
export function wholeUpTo(text: string, wanted: readonly string[]): boolean[] {
  const open = [...wanted];
  const whole = new Array<boolean>(text.length + 1).fill(false);
  whole[0] = true;
  let own = 0;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    const code = text.charCodeAt(i);
    if (isOpening(code)) {
      open.push(closingOf.get(mark)!);
      own++;
    } else if (isClosing(code)) {
      if (open.pop() !== mark) break;
      own = Math.max(0, own - 1);
    }
    whole[i + 1] = own === 0;
  }
  return whole;
}

/** Does a text close what nobody has opened, or another mark than was opened last? `新时代》`, with `wanted` empty. */
export function closesNothing(text: string, wanted: readonly string[]): boolean {
  const open = [...wanted];
  for (const mark of text) {
    const code = mark.charCodeAt(0);
    if (isOpening(code)) open.push(closingOf.get(mark)!);
    else if (isClosing(code) && open.pop() !== mark) return true;
  }
  return false;
}
