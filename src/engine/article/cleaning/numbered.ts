/** The labels of headings and points: 一、 （二） 3. 第四章 ① 一是 其五 首先 and bullets. */
const NUMBERED =
  /^\s*(?:[（(]?[一二三四五六七八九十百]+[）)、.．]|[（(]?\d{1,3}[）)、．]|\d{1,3}\.(?!\d)|第[一二三四五六七八九十百]+[章节条编、，]|[①-⑳]|[一二三四五六七八九十]{1,2}[是要]|其[一二三四五]|首先|其次|再次|最后|[●■◆▶•·☆★※-]\s?)/;

/** Does the line begin as a heading or a point of a list does? */
export function isNumbered(line: string): boolean {
  return NUMBERED.test(line);
}
