import { isMark } from '../text/marks';

/** So many characters that also stand behind the cursor are an overlap, wherever in the text they are. */
const REPEATS = 3;
/** At the end of the text these are enough. */
const LEAST = 2;

/**
 * A continuation up to where it goes on as the text behind the cursor does: `推动|发展，…` needs of 高质量发展 only 高质量, and
 * `以|的紧迫感抓落实` of 时不我待的紧迫感和责任感 only 时不我待. Empty when it begins so. One character in common is chance, unless
 * it is a mark at the end. Nor does it end as the clause begins that stands behind a mark there: `紧迫感|，抓好春耕`.
 */
export function withoutOverlap(text: string, after: string): string {
  if (after === '') return text;
  const behind = isMark(after.charCodeAt(0)) ? beforeClause(text, after.slice(1)) : text;
  return beforeText(behind, after);
}

/** Without an end that begins the clause behind the mark. */
function beforeClause(text: string, clause: string): string {
  for (let at = 0; at < text.length - 1; at++) {
    if (text.length - at >= LEAST && commonStart(text, at, clause) === text.length - at) return text.slice(0, at);
  }
  return text;
}

function beforeText(text: string, after: string): string {
  for (let at = 0; at < text.length; at++) {
    const length = commonStart(text, at, after);
    if (length === 0) continue;
    const isToTheEnd = at + length === text.length;
    if (isToTheEnd ? length > 1 || isMark(after.charCodeAt(0)) : length >= (at === 0 ? 2 : REPEATS)) {
      return text.slice(0, at);
    }
  }
  return text;
}

function commonStart(text: string, at: number, after: string): number {
  let length = 0;
  while (at + length < text.length && length < after.length && text[at + length] === after[length]) length++;
  return length;
}
