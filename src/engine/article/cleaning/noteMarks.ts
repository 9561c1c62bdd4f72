import type { Edit } from '../../text/edits';

/** [1] behind a character or a closing mark, not the year of 云发〔2015〕8号. */
const BRACKETED =
  /(?<=[\u3400-\u9fff”’》）。，；：！？、])(?<![图表第见注释])\s?(?:\[\s?\d{1,3}\s?\]|〔\d{1,3}〕|［\d{1,3}］)(?!\s?[号年\d]|\()/g;
/** ⑴ ① before a mark that ends a clause, not the number of a figure or a part: 图①， */
const ENCLOSED = /(?<=[\u3400-\u9fff”’》])(?<![图表第见之注])[⑴-⒇①-⑳](?=[，。；、！？”])/g;

/** ⁶ as programs set it, behind a character or a mark; behind a unit it is an exponent: 米². */
const SUPERSCRIPT = /(?<=[\u3400-\u9fff”’》）。，；：！？、])(?<!米)[⁰¹²³⁴-⁹]{1,3}/g;

/** Hardly a line has one of them: told by one look, where the patterns above look back at every character. */
const ANY = /[[〔［⑴-⒇①-⑳⁰¹²³⁴-⁹]/;

/** The edits that take the marks of notes out of a line: `再创新高[1]，` is 再创新高，. */
export function noteMarkEdits(line: string): Edit[] {
  if (!ANY.test(line)) return [];
  const edits = [...line.matchAll(BRACKETED), ...line.matchAll(ENCLOSED), ...line.matchAll(SUPERSCRIPT)];
  return edits
    .sort((a, b) => a.index - b.index)
    .map(({ index, 0: mark }) => ({ start: index, end: index + mark.length, text: '' }));
}

/** Does a text bear the mark of its first note, behind a character or a mark: 再创新高[1]，? */
export function bearsFirstMark(text: string): boolean {
  return ANY.test(text) && [...text.matchAll(BRACKETED)].some(([mark]) => /^[^\d\r\n]*1\D*$/.test(mark));
}
