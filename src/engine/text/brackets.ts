import { isBesideChinese } from './besideChinese';
import type { Edit } from './edits';

const HALF_BRACKET = /[()]/;

/** Brackets become full-width in pairs: when Chinese stands beside either of the two. */
export function bracketEdits(text: string): Edit[] {
  if (!HALF_BRACKET.test(text)) return [];
  const edits: Edit[] = [];
  const opened: number[] = [];
  const widen = (at: number) => {
    if (text[at] === '(') edits.push({ start: at, end: at + 1, text: '（' });
    if (text[at] === ')') edits.push({ start: at, end: at + 1, text: '）' });
  };
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(' || text[i] === '（') opened.push(i);
    if (text[i] !== ')' && text[i] !== '）') continue;
    const pair = [opened.pop() ?? i, i];
    if (pair.some(at => text[at]! > '~' || isBesideChinese(text, at))) for (const at of new Set(pair)) widen(at);
  }
  for (const at of opened) if (isBesideChinese(text, at)) widen(at);
  return edits;
}
