import { isHan } from '../text/han';
import { FIRST_LETTER, NEW_LINE, UNKNOWN } from './modelFile';

/** Rows of the vocabulary for the characters of a text: `(text, at)` → the row of the code unit there. */
export type Letters = (text: string, at: number) => number;

const FULL_WIDTH = new Map([...',;:!?()'].map((mark, i) => [mark.charCodeAt(0), '，；：！？（）'.charCodeAt(i)]));

/** A mark of half width behind a Chinese character is read as the model has met it, in full width. */
export function createLetters(alphabet: Uint16Array): Letters {
  const rows = new Map<number, number>([[10, NEW_LINE]]);
  alphabet.forEach((code, i) => {
    if (code !== 0) rows.set(code, i + FIRST_LETTER);
  });
  return (text, at) => {
    const code = text.charCodeAt(at);
    const wide = code < 0x80 && at > 0 && isHan(text.charCodeAt(at - 1)) ? FULL_WIDTH.get(code) : undefined;
    return rows.get(wide ?? code) ?? UNKNOWN;
  };
}
