import { type Mapped, sliceMapped } from '../mapping/mapped';
import { isNumbered } from './numbered';

/** A longer run of blanks is no layout, and would be too much for a regular expression. */
const BREAKS_INSIDE = /[\n\u2028\u2029\u0085\v\f]+|(?<!\u3000)\u3000{2,1000}(?=\S)|(?<! ) {4,1000}(?=\S)/g;
const PARAGRAPH_END = /[。！？…：；”]$/;
/** So many paragraphs in a line, and the blanks between them cannot be there for looks. */
const FEWEST_PIECES = 4;
const SHORTEST_AFTER_HEADING_UTF16 = 8;
/** No break and nothing to trim without one of these. */
const MAY_BREAK = /[\s\u0085]/;

/** The paragraphs that stand in one line, without the blanks at their ends. */
export function paragraphsInside(mapped: Mapped): Mapped[] {
  if (!MAY_BREAK.test(mapped.text)) return [mapped];
  const pieces: Mapped[] = [];
  let start = 0;
  const add = (from: number, to: number) => {
    const text = mapped.text.slice(from, to);
    const left = from + text.length - text.trimStart().length;
    if (text.trim() !== '') pieces.push(sliceMapped(mapped, left, left + text.trim().length));
  };
  for (const { index, 0: blank } of breaksInside(mapped.text)) {
    add(start, index);
    start = index + blank.length;
  }
  add(start, mapped.text.length);
  return pieces;
}

/**
 * Where a line breaks: at breaks of its own, and at the indents of paragraphs that were put into one line. Such an indent
 * stands behind the end of a sentence, or behind a numbered heading; where there are many of them, behind any heading.
 */
function breaksInside(text: string): RegExpExecArray[] {
  const found = [...text.matchAll(BREAKS_INSIDE)].filter(match => match.index > 0 || /\s/.test(match[0][0]!));
  const isIndent = (match: RegExpExecArray) => match[0][0] === '\u3000' || match[0][0] === ' ';
  const indents = found.filter(match => isIndent(match) && text.slice(0, match.index).trim() !== '');
  const afterSentence = indents.filter(match => PARAGRAPH_END.test(text.slice(0, match.index)));
  const isFull = indents.length >= FEWEST_PIECES - 1 && afterSentence.length >= 2;
  let start = 0;
  return found.filter((match, i) => {
    if (!isIndent(match)) return true;
    const piece = text.slice(start, match.index).trim();
    const rest = text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length);
    const isBreak =
      piece === '' ||
      (isFull && !/[，、“‘《（]$/.test(piece)) ||
      (PARAGRAPH_END.test(piece) && (match[0][0] === '\u3000' || !/[：；]$/.test(piece))) ||
      (isNumbered(piece) && rest.length >= SHORTEST_AFTER_HEADING_UTF16 && /[，。]/.test(rest));
    if (isBreak) start = match.index + match[0].length;
    return isBreak;
  });
}
