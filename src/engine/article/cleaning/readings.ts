import type { Edit } from '../../text/edits';
import { isHan } from '../../text/han';
import { TRADITIONAL } from '../../text/traditionalCharacters';

const TONES = 'āáǎăàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ';
const SYLLABLE = `(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aoeiuvü${TONES}]{1,3}(?:ng|n|r)?|[${TONES}]`;

/** A pinyin syllable, as the source of a regular expression. Letters are lower case. */
export const PINYIN = `(?:${SYLLABLE})`;

const READING = new RegExp(`(?:[(（]\\s?(${PINYIN})\\s?[)）])+`, 'g');

/**
 * Some converters to traditional script put the reading of each ambiguous character in brackets after it: `服務(wù)`,
 * `領(lǐng)導(dǎo)`. This counts the readings that follow a traditional character: with two of them the page is
 * one of these and every reading in it goes, with fewer only those after a traditional character do.
 */
export function countReadings(text: string): number {
  let count = 0;
  for (const match of text.matchAll(READING)) if (isAfterTraditional(text, match.index)) count++;
  return count;
}

/** The edits that take the readings out of a line. */
export function readingEdits(line: string, isAnnotated: boolean): Edit[] {
  const edits: Edit[] = [];
  for (const match of line.matchAll(READING)) {
    const at = match.index;
    const isReading = isAnnotated ? isHan(line.charCodeAt(at - 1)) : isAfterTraditional(line, at);
    if (!isReading) continue;
    const correction = corrected(line[at - 1]!, match[1]!);
    if (correction !== null) edits.push({ start: at - 1, end: at, text: correction });
    edits.push({ start: at, end: at + match[0].length, text: '' });
  }
  return edits;
}

/** The one frequent character whose simplified form hangs on its reading: 著(zhe) and 著(zhuó) are 着, 著(zhù) stays. */
function corrected(character: string, reading: string): string | null {
  return character === '著' && !/^zh[uùú]$/.test(reading) ? '着' : null;
}

function isAfterTraditional(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  return TRADITIONAL.has(code) || (isHan(code) && hasTone(text, at));
}

/** A toned reading after a character that both scripts share proves something only beside traditional ones. */
function hasTone(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 30), at + 30);
  return (
    new RegExp(`[${TONES}]`).test(text.slice(at, at + 8)) && [...around].some(c => TRADITIONAL.has(c.charCodeAt(0)))
  );
}
