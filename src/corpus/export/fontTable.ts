import { FONTS, LATIN_FONT } from '../../engine/officialDocument/typography';

/** Word's character set of simplified Chinese, 0x86. */
const SIMPLIFIED = '86';

function font(name: string, others: readonly string[], charset: string): string {
  const alt = others.length > 0 ? `<w:altName w:val="${others.join(',')}"/>` : '';
  return `<w:font w:name="${name}">${alt}<w:charset w:val="${charset}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
}

/** word/fontTable.xml: for each font the names of those that Word takes in its place where it is not installed. */
export function fontTable(): string {
  const chinese = Object.values(FONTS).map(([name = '', ...others]) => font(name, others, SIMPLIFIED));
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    ...chinese,
    font(LATIN_FONT, [], '00'),
    '</w:fonts>',
  ].join('');
}
