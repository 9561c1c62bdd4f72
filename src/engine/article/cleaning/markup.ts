import type { Edit } from '../../text/edits';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  thinsp: ' ',
  zwnj: '',
  zwj: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '《',
  raquo: '》',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '',
  times: '×',
  divide: '÷',
  deg: '°',
  permil: '‰',
  yen: '¥',
  copy: '©',
  reg: '®',
};

const INLINE_TAGS =
  'a|abbr|b|big|center|cite|code|em|font|i|img|ins|label|o:p|s|small|span|strike|strong|sub|sup|u|v:\\w+|w:\\w+';
const BLOCK_TAGS =
  'address|article|aside|blockquote|body|br|button|col|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|input|li|link|main|meta|nav|object|ol|option|p|param|pre|script|section|select|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul|video|wbr';

/**
 * A tag may have lost its `<` to a wrong re-encoding that swallowed it with half of the character before: `?/p>`.
 * Bulletin-board tags (`[size=4]`) are markup as well.
 */
const MARKUP = new RegExp(
  [
    '(?<entity>&(?:amp;)?(?:#\\d{2,6}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,6});?|[?？\\ufffd]?\\bnbsp;)',
    '<!--[\\s\\S]*?-->',
    `(?:<|[?？\\ufffd](?=/?(?:p|br|div|span|strong)\\b))/?(?:(?<block>${BLOCK_TAGS})|(?:${INLINE_TAGS}))(?:(?=[\\s/])[^<>]{0,400})?>`,
    '\\[/?(?:align|attach|attachimg|b|backcolor|color|font|hide|i|img|indent|list|media|quote|size|table|td|tr|u|url)(?:=[^\\]\\[]{0,80})?\\]',
  ].join('|'),
  'gi',
);
const ENTITY_NAME = /(?:&(?:amp;)?(?:#x?)?)?([0-9a-z]+);?$/i;

/** An edit that removes markup; `text` is what a tag or entity stands for, `\n` where a block ends. */
export function markupEdits(line: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of line.matchAll(MARKUP)) {
    const text = match.groups?.entity ? entityText(match[0]) : match.groups?.block ? '\n' : '';
    if (text !== null) edits.push({ start: match.index, end: match.index + match[0].length, text });
  }
  return edits;
}

/** What an entity stands for; null where `&` begins something else (`AT&T;`). */
function entityText(entity: string): string | null {
  const name = ENTITY_NAME.exec(entity)?.[1] ?? '';
  if (!entity.includes('#')) return ENTITIES[name.toLowerCase()] ?? null;
  const code = Number.parseInt(name, /#x/i.test(entity) ? 16 : 10);
  return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}
