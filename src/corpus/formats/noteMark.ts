const MARK =
  /^\s*(?:[[〔［(（]?\s*(?:注\s*)?[0-9０-９]{1,3}\s*[\]〕］)）]?|[①-⑳⑴-⒛*※†‡]{1,2}|[[〔［(（]?注[一二三四五六七八九十\d]{0,3}[\]〕］)）]?|[ivx]{1,4}|[ⅰ-ⅻ])\s*$/;
/** m², 10³: raised behind a letter or a figure it is an exponent. */
const EXPONENT_BASE = /[A-Za-z0-9０-９㎡米里]$/;

/** Is raised text the mark of a note? `before` is what stands before it: 再创新高 with [1] yes, km with 2 no. */
export function isNoteMark(raised: string, before: string): boolean {
  return MARK.test(raised) && !(EXPONENT_BASE.test(before) && /^\s*(?:\d|[ivx]+)\s*$/.test(raised));
}
