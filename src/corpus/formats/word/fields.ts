/**
 * What a field that Word computes from its code alone shows. Chinese Word writes phonetic guides and enclosed characters
 * so, and keeps no result beside the code: `EQ \* jc2 \o\ad(\s\up 11(chuō),踔)` shows 踔, `eq \o\ac(○,1)` shows ①. '' for other fields.
 */
export function fieldText(code: string): string {
  const enclosed = ENCLOSED.exec(code);
  if (enclosed) return enclosedText(enclosed[1]!.trim(), enclosed[2]!.trim());
  const guide = GUIDE.exec(code);
  return guide ? guide[1]!.trim() : '';
}

const ENCLOSED =
  /^\s*eq\s[^(]*\\o\s*\\ac\s*\(\s*([^,，()]{1,2})\s*[,，]\s*(?:\\s\\(?:up|do)\s*-?\d+\s*\()?\s*([^()]{1,3})\)?\s*\)/i;
const GUIDE = /^\s*eq\s[\s\S]*\\o\s*(?:\\a[dlrc])?\s*\(\s*\\s\s*\\up\s*-?\d+\s*\([^()]*\)\s*[,，]\s*([^()]+)\)/i;
const CIRCLES = /[○〇◯OoO]/;

/** ① to ⑳ where the sign is a circle around such a number; a character in a square or triangle stands alone. */
function enclosedText(sign: string, text: string): string {
  const number = Number(text);
  if (CIRCLES.test(sign) && Number.isInteger(number) && number >= 1 && number <= 20)
    return String.fromCharCode(0x2460 + number - 1);
  const chinese = '一二三四五六七八九十'.indexOf(text);
  return CIRCLES.test(sign) && text.length === 1 && chinese >= 0 ? String.fromCharCode(0x3280 + chinese) : text;
}

/** An open field: its code up to the separator, its result behind it. */
export interface Field {
  code: string;
  hasResult: boolean;
}

const SHOWS_RESULT = /^\s*(?:TOC|HYPERLINK|PAGEREF|PAGE|NUMPAGES)\b/i;

/** Follows a field from its begin to its end; gives the text of one that shows its code. */
export function fieldStep(fields: Field[], type: string): string {
  if (type === 'begin') fields.push({ code: '', hasResult: false });
  else if (type === 'separate' && fields.length > 0) fields.at(-1)!.hasResult = true;
  else if (type === 'end') {
    const field = fields.pop();
    if (field && !field.hasResult && !SHOWS_RESULT.test(field.code)) return fieldText(field.code);
  }
  return '';
}
