import { isBesideChinese } from './besideChinese';
import { bracketEdits } from './brackets';
import { type Edit, withEdits } from './edits';
import { isHan } from './han';
import { isFullWidthAlphanumeric } from './punctuation';
import { straightQuoteEdits } from './straightQuotes';

/** Half-width marks that become full-width when a Chinese character or mark stands beside them. */
const BESIDE_CHINESE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/** Compatibility forms that always stand for another mark. */
const COMPATIBILITY: Readonly<Record<string, string>> = {
  '｡': '。',
  '､': '、',
  '｢': '「',
  '｣': '」',
  '･': '·',
  '﹐': '，',
  '﹑': '、',
  '﹒': '。',
  '﹔': '；',
  '﹕': '：',
  '﹖': '？',
  '﹗': '！',
  '﹙': '（',
  '﹚': '）',
  '―': '—',
  '─': '—',
  '━': '—',
  '〝': '“',
  '〞': '”',
  '％': '%',
};

const HAN = /\p{Script=Han}/u;
/** A mark made full-width may be the Chinese neighbour of another: passes until nothing changes, few in practice. */
const MOST_PASSES = 8;
const LINE_NUMBER = /^[\s（(]*[一二三四五六七八九十百零〇]+$/;

/**
 * The edits that give a line Chinese punctuation: half-width marks beside Chinese become full-width, straight quotes
 * are paired (see `straightQuotes.ts`), `...` becomes ……, `--` becomes ——, full-width digits and letters become plain.
 * 1,000 and 3.5 and 9:23 stay as they are. Marks are judged by their nearest neighbours that are neither blank nor
 * half-width marks themselves.
 */
export function fullWidthEdits(text: string): Edit[] {
  const edits = [...straightQuoteEdits(text), ...bracketEdits(text)];
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    const full = BESIDE_CHINESE[character];
    if (full !== undefined) {
      if (isBesideChinese(text, i) || (isListComma(character) && separates(text, i)))
        edits.push({ start: i, end: i + 1, text: full });
    } else if (character === '.') {
      const end = runEnd(text, i);
      const mark = dots(text, i, end);
      if (mark !== '') edits.push({ start: i, end, text: mark });
      i = end - 1;
    } else if (character === '-' || character === '－') {
      const end = runEnd(text, i);
      if (end - i >= 2 && isBesideChinese(text, i, end)) edits.push({ start: i, end, text: '——' });
      i = end - 1;
    } else if (
      (character === '<' || character === '>') &&
      text[i + 1] === character &&
      isBesideChinese(text, i, i + 2)
    ) {
      edits.push({ start: i, end: i + 2, text: character === '<' ? '《' : '》' });
      i++;
    } else if (isFullWidthAlphanumeric(code)) {
      edits.push({ start: i, end: i + 1, text: String.fromCharCode(code - 0xfee0) });
    } else if (character === '．') {
      if (isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) {
        edits.push({ start: i, end: i + 1, text: '.' });
      }
    } else if (code > 0x7f) {
      const mark = COMPATIBILITY[character];
      if (mark !== undefined) edits.push({ start: i, end: i + 1, text: mark });
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** The text with Chinese punctuation: `toFullWidth('为谁干?怎么干')` is `为谁干？怎么干`. Doing it twice changes nothing. */
export function toFullWidth(text: string): string {
  let result = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const edits = fullWidthEdits(result);
    if (edits.length === 0) break;
    result = withEdits(result, edits);
  }
  return result;
}

function isListComma(character: string): boolean {
  return character === ',' || character === ';';
}

/** `增长3.5%,9:30报送`: in a Chinese line a comma between neither two digits nor two letters separates clauses. */
function separates(text: string, at: number): boolean {
  const around = `${text[at - 1] ?? ''}${text[at + 1] ?? ''}`;
  return /^(?:[%)][A-Za-z0-9(]|[A-Za-z]\d|\d[A-Za-z(])$/.test(around) && HAN.test(text);
}

function dots(text: string, start: number, end: number): string {
  if (end - start >= 3) return isBesideChinese(text, start, end) ? '……' : '';
  if (end - start !== 1 || !isHan(text.charCodeAt(start - 1))) return '';
  const next = text[end] ?? '';
  const endsLine = next === '' || '”’」』）)"'.includes(next);
  // Between two characters a dot may be part of a name; it is a full stop where the line itself ends with one.
  const isStop = endsLine || (isHan(next.charCodeAt(0)) && /\p{Script=Han}\.["”’]?$/u.test(text));
  return isStop && !LINE_NUMBER.test(text.slice(0, start)) ? '。' : '';
}

function runEnd(text: string, start: number): number {
  let end = start + 1;
  while (text[end] === text[start]) end++;
  return end;
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}
