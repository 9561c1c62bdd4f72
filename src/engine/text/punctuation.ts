import { isHan } from './han';

/** Opening marks and the marks that close them. */
export const quotePairs: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
  ['【', '】'],
  ['〔', '〕'],
  ['［', '］'],
  ['｛', '｝'],
];

const SENTENCE_END = codes('。！？…');
const CLAUSE_END = codes('，；：。！？…—');
const OPENING = codes(quotePairs.map(([open]) => open).join(''));
const CLOSING = codes(quotePairs.map(([, close]) => close).join(''));

/** 。！？…: a sentence may end after this code unit. */
export function isSentenceEnd(code: number): boolean {
  return SENTENCE_END.has(code);
}

/** ，；：。！？…—: a clause ends at this code unit. The enumeration comma 、 is not among them: 守初心、担使命 is one clause. */
export function isClauseEnd(code: number): boolean {
  return CLAUSE_END.has(code);
}

/** “‘「《（ and the like. */
export function isOpening(code: number): boolean {
  return OPENING.has(code);
}

/** ”’」》） and the like. */
export function isClosing(code: number): boolean {
  return CLOSING.has(code);
}

/** Full-width punctuation as Chinese uses it, 、 and · included. */
export function isChinesePunctuation(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x3020 && code !== 0x3007) ||
    (code >= 0xff01 && code <= 0xff65 && !isFullWidthAlphanumeric(code)) ||
    (code >= 0x2014 && code <= 0x201f) ||
    code === 0x2026 ||
    code === 0xb7
  );
}

/** A Chinese character or Chinese punctuation: what half-width marks and blanks beside it must adapt to. */
export function isChinese(code: number): boolean {
  return isHan(code) || isChinesePunctuation(code) || (code >= 0xdc00 && code <= 0xdfff);
}

/** ０-９ Ａ-Ｚ ａ-ｚ */
export function isFullWidthAlphanumeric(code: number): boolean {
  return (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}

function codes(characters: string): ReadonlySet<number> {
  return new Set([...characters].map(character => character.charCodeAt(0)));
}
