/**
 * Number words as they stand in front of sections and points, and back again.
 * Every `parse` takes exactly what its `format` writes, so that a number survives a round trip.
 */

const DIGITS = '零一二三四五六七八九';
const UNITS = [
  { value: 1000, name: '千' },
  { value: 100, name: '百' },
  { value: 10, name: '十' },
] as const;

/** The largest number {@link formatChinese} can write. */
export const MAX_CHINESE = 9999;

/**
 * 1–9999 as a Chinese numeral: `12` → `十二`, `103` → `一百零三`, `110` → `一百一十`.
 * Null outside that range.
 */
export function formatChinese(value: number): string | null {
  if (!Number.isInteger(value) || value < 1 || value > MAX_CHINESE) return null;
  let text = '';
  let rest = value;
  let gap = false;
  for (const unit of UNITS) {
    const digit = Math.floor(rest / unit.value);
    rest %= unit.value;
    if (digit > 0) {
      text += `${gap ? '零' : ''}${DIGITS[digit]}${unit.name}`;
      gap = false;
    } else {
      gap = text !== '';
    }
  }
  if (rest > 0) text += `${gap ? '零' : ''}${DIGITS[rest]}`;
  // Only a leading 一十 is shortened: 十二, but 一百一十二.
  return text.startsWith('一十') ? text.slice(1) : text;
}

/** The value of a Chinese numeral from 一 to 九千九百九十九; `一十二` counts as `十二`. Null for anything else (`一二`, `百一`). */
export function parseChinese(text: string): number | null {
  const canonical = text.startsWith('一十') ? text.slice(1) : text;
  let value = 0;
  let digit: number | null = null;
  for (const character of canonical) {
    const unit = UNITS.find(candidate => candidate.name === character);
    if (unit) {
      value += (digit ?? 1) * unit.value;
      digit = null;
    } else {
      const found = DIGITS.indexOf(character);
      if (found < 0) return null;
      digit = found;
    }
  }
  value += digit ?? 0;
  // Reading is lenient (十 without a digit, 零 anywhere); writing the value back tells whether the text was a numeral.
  return formatChinese(value) === canonical ? value : null;
}

const FULL_WIDTH_SHIFT = '０'.charCodeAt(0) - '0'.charCodeAt(0);

/** Arabic digits, in full width if the number it replaces was: `(4, '３')` → `４`. */
export function formatArabic(value: number, like = ''): string | null {
  if (!Number.isInteger(value) || value < 1) return null;
  const text = String(value);
  if (!/[０-９]/.test(like)) return text;
  return text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH_SHIFT));
}

/** The value of a positive whole number in half- or full-width digits without leading zeros. */
export function parseArabic(text: string): number | null {
  const half = text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - FULL_WIDTH_SHIFT));
  return /^[1-9]\d{0,14}$/.test(half) ? Number(half) : null;
}

/** Unicode holds the circled numbers in three blocks: ①–⑳, ㉑–㉟, ㊱–㊿. */
const CIRCLED = [
  { first: 1, last: 20, code: '①'.charCodeAt(0) },
  { first: 21, last: 35, code: '㉑'.charCodeAt(0) },
  { first: 36, last: 50, code: '㊱'.charCodeAt(0) },
] as const;

/** `3` → `③`. Null beyond ㊿, where Unicode ends. */
export function formatCircled(value: number): string | null {
  const block = CIRCLED.find(({ first, last }) => value >= first && value <= last);
  return block && Number.isInteger(value) ? String.fromCharCode(block.code + value - block.first) : null;
}

/** `③` → `3`. */
export function parseCircled(text: string): number | null {
  if (text.length !== 1) return null;
  const code = text.charCodeAt(0);
  const block = CIRCLED.find(({ first, last, code: start }) => code >= start && code <= start + last - first);
  return block ? code - block.code + block.first : null;
}
