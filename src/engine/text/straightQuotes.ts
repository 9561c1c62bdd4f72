import type { Edit } from './edits';
import { isChinese } from './punctuation';

const PAIRS: readonly (readonly [straight: string, open: string, close: string])[] = [
  ['"＂', '“', '”'],
  ["'＇", '‘', '’'],
];
const HAS_STRAIGHT = /["'＂＇]/;

/**
 * The edits that turn straight quotes around Chinese into “” and ‘’. Curly quotes already there take part in the
 * pairing, so `“蒙山办"` is closed properly; apostrophes (`don't`), feet and inches (`5"`) stay.
 */
export function straightQuoteEdits(text: string): Edit[] {
  return HAS_STRAIGHT.test(text) ? PAIRS.flatMap(pair => pairQuotes(text, pair)) : [];
}

function pairQuotes(text: string, [straight, open, close]: (typeof PAIRS)[number]): Edit[] {
  const edits: Edit[] = [];
  /** Where the quote that is open now stands; `edit` is set when it is a straight one that waits for its partner. */
  let opened: { at: number; edit: Edit | null } | null = null;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === open) opened = { at: i, edit: null };
    else if (character === close) {
      if (opened?.edit) edits.push(opened.edit);
      opened = null;
    } else if (straight.includes(character)) {
      if (opened) {
        if (opened.edit === null || touchesChinese(text, opened.at) || touchesChinese(text, i)) {
          if (opened.edit) edits.push(opened.edit);
          edits.push({ start: i, end: i + 1, text: close });
        }
        opened = null;
      } else if (mayOpen(text, i)) {
        opened = { at: i, edit: { start: i, end: i + 1, text: open } };
      }
    }
  }
  return edits;
}

function touchesChinese(text: string, at: number): boolean {
  return isChinese(text.charCodeAt(at - 1)) || isChinese(text.charCodeAt(at + 1));
}

/** A quote right after a Latin letter or digit is an apostrophe or a unit, unless Chinese follows it. */
function mayOpen(text: string, at: number): boolean {
  return !/[A-Za-z0-9]/.test(text[at - 1] ?? '') || isChinese(text.charCodeAt(at + 1));
}
