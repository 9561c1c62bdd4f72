const GAP = 1;
const NUMERAL = 2;
/** What each code unit is: a blank, part of a number, or text. */
const kinds = new Uint8Array(0x10000);
for (const blank of ' \t　\u00a0') kinds[blank.charCodeAt(0)] = GAP;
for (const digit of '0123456789０１２３４５６７８９.,:一二三四五六七八九十百千万亿〇零○两') {
  kinds[digit.charCodeAt(0)] = NUMERAL;
}
/** `责任编辑：张三`: the label is what recurs, whoever it was. */
const LABELLED = /^([^：，。！？；]{2,8}：)[^：，。！？；]{1,6}$/;
const LONGEST_LABELLED = 15;

/**
 * What two lines have in common that differ in their numbers alone, or in what stands behind one label:
 * `（新华社北京3月5日电）` and `（新华社北京12月30日电）` → `（新华社北京#月#日电）`, `版式设计：张三` → `版式设计：*`.
 */
export function edgeForm(text: string): string {
  let form = '';
  let from = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)]!;
    if (kind === 0) {
      before = 0;
      continue;
    }
    form += text.slice(from, i);
    if (kind === NUMERAL && before !== NUMERAL) form += '#';
    if (kind === NUMERAL) before = NUMERAL;
    from = i + 1;
  }
  form += text.slice(from);
  const label = form.length <= LONGEST_LABELLED ? LABELLED.exec(form)?.[1] : undefined;
  return label === undefined ? form : `${label}*`;
}
