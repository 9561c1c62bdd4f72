import { isHan } from '../../text/han';
import { isClosing, isSentenceEnd } from '../../text/punctuation';
import { isNumbered } from './numbered';

/** What joining lines needs to know about one of them. */
export interface WrapLine {
  readonly text: string;
  /** Does the source line begin with blanks? */
  readonly isIndented: boolean;
  /** Does an empty line stand before it? */
  readonly afterBlankLine: boolean;
  /** Does noise stand between this line and the one before, or at an end of either? */
  readonly afterNoise: boolean;
  /** Did the end of a page stand there? */
  readonly afterPage?: boolean;
  /** Did markup say that a paragraph begins here? */
  readonly startsBlock: boolean;
}

const NARROWEST_COLUMNS = 36;
const WIDEST_COLUMNS = 140;
const FEWEST_LINES = 4;
/** A line may end this much before the margin: a mark that must not begin a line takes its neighbour along. */
const RAGGED_COLUMNS = 4;
const INDENT_COLUMNS = 4;
const FEWEST_EXPLAINED = 0.6;
const SHORTEST_OPEN_COLUMNS = 30;
const SHORTEST_CUT_COLUMNS = 60;
/** The same of a line with several clauses at the end of a page: no page ends with a heading. */
const SHORTEST_CUT_BY_PAGE_COLUMNS = 40;
const LONGEST_HEADING_COLUMNS = 90;

/**
 * For each line, does it continue the one before? Lines of a text that was broken at a fixed width are joined, and
 * lines that noise has cut in the middle of a sentence. Headings, numbered points and indented lines begin anew.
 */
export function continuations(lines: readonly WrapLine[]): boolean[] {
  const widths = lines.map(line => columns(line.text) + (line.isIndented ? INDENT_COLUMNS : 0));
  const isFull = fullLines(lines, widths);
  const usesIndent = lines.filter(line => line.isIndented).length >= 2 && lines.some(line => !line.isIndented);
  const usesBlankLines = lines.some(line => line.afterBlankLine);
  return lines.map((line, i) => {
    const previous = lines[i - 1];
    if (!previous) return false;
    // No paragraph begins with a mark that closes something, whatever stood between the two.
    if (CLOSING_MARK.test(line.text)) {
      widths[i]! += widths[i - 1]!;
      return true;
    }
    if ((LABEL_ALONE.test(previous.text) || /^[，、]$/.test(previous.text)) && !isNumbered(line.text)) return true;
    if (line.startsBlock || isNumbered(line.text)) return false;
    const endsSentence = isEndOfSentence(previous.text);
    if (endsOpen(previous.text) && widths[i - 1]! >= SHORTEST_OPEN_COLUMNS && !line.isIndented) return true;
    // Between two pages: paragraphs are set in, what goes on is not.
    if (line.afterNoise && usesIndent && previous.isIndented && !line.isIndented && !endsSentence) return true;
    if (line.afterPage && !endsSentence && isCutByPage(previous.text, widths[i - 1]!)) return true;
    if (line.afterNoise)
      return !endsSentence && (isCut(previous.text, widths[i - 1]!) || (isFull[i - 1]! && !line.isIndented));
    if (line.isIndented || line.afterBlankLine || !isFull[i - 1]) return false;
    return !endsSentence || usesIndent || usesBlankLines;
  });
}

/** （一） or 1. driven into a line of its own. */
const LABEL_ALONE = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、])$/;
const CLOSING_MARK = /^[，。；：！？、”’）》】〕]/;

/** Which lines reach the margin of a text that was broken at a fixed width; none where the lines are paragraphs. */
function fullLines(lines: readonly WrapLine[], widths: readonly number[]): readonly boolean[] {
  const none = lines.map(() => false);
  if (lines.length < FEWEST_LINES || widths.some(width => width > WIDEST_COLUMNS)) return none;
  // Some programs count columns, others characters: the measure that explains more of the breaks is the right one.
  const lengths = lines.map(line => line.text.length + (line.isIndented ? INDENT_COLUMNS / 2 : 0));
  let best: { full: readonly boolean[]; explained: number } = { full: none, explained: FEWEST_EXPLAINED };
  for (const [sizes, ragged] of [
    [widths, RAGGED_COLUMNS],
    [lengths, RAGGED_COLUMNS / 2],
  ] as const) {
    const margin = sizes.reduce((most, size) => Math.max(most, size), 0);
    const full = sizes.map(size => size >= margin - ragged);
    const explained = shareExplained(lines, full);
    if (explained > best.explained) best = { full, explained };
  }
  return best.full;
}

/** Of the lines that break off in the middle of a sentence, the share that is full; 0 where too few are. */
function shareExplained(lines: readonly WrapLine[], full: readonly boolean[]): number {
  let open = 0;
  let openAndFull = 0;
  for (const [i, line] of lines.entries()) {
    if (i === lines.length - 1 || columns(line.text) < NARROWEST_COLUMNS || isEndOfSentence(line.text)) continue;
    open++;
    if (full[i]) openAndFull++;
  }
  return openAndFull >= FEWEST_LINES - 1 ? openAndFull / open : 0;
}

/** Columns a line takes on a grid: two for a full-width character. */
function columns(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) > 0x2000 ? 2 : 1;
  return width;
}

function isEndOfSentence(text: string): boolean {
  let last = text.length - 1;
  while (last > 0 && isClosing(text.charCodeAt(last))) last--;
  const code = text.charCodeAt(last);
  return isSentenceEnd(code) || code === 0xff1a || code === 0xff1b;
}

/** Ends where no paragraph can end: at a comma, or inside an open quotation. */
function endsOpen(text: string): boolean {
  const last = text.at(-1) ?? '';
  return '，、“‘《（'.includes(last) || (isHan(last.charCodeAt(0)) && text.lastIndexOf('“') > text.lastIndexOf('”'));
}

/** Is this line without a full stop prose that noise has cut off, and not a heading? */
function isCut(text: string, width: number): boolean {
  const isHeading = isNumbered(text) && width < LONGEST_HEADING_COLUMNS;
  return !isHeading && (/[。；！？]/.test(text) || width >= SHORTEST_CUT_COLUMNS);
}

function isCutByPage(text: string, width: number): boolean {
  return /[，；]/.test(text) && width >= SHORTEST_CUT_BY_PAGE_COLUMNS && !isNumbered(text);
}
