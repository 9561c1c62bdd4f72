/** The control words of RTF that matter to a reader of the text alone. */

/** Destinations that hold no text of the document. Those that begin with `\*` are skipped too, unless listed below. */
export const SKIPPED = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote ' +
    'annotation atnid atnauthor fldinst xe tc rxe listtable listoverridetable revtbl rsidtbl generator themedata ' +
    'colorschememapping datastore latentstyles bkmkstart bkmkend nonshppict filetbl private template shpinst sp sn sv ' +
    'levelnumbers leveltext pgdsctbl userprops xmlnstbl mmathPr aftncn aftnsep aftnsepc ftncn ftnsep ftnsepc bliptag'
  ).split(' '),
);
/** Text after all: numbers of lists, and text boxes. */
export const KEPT = new Set(['pntext', 'listtext', 'shptxt', 'shpinst']);
/** Ends a cell until its row is complete; no text holds it. */
export const CELL_END = '\u0007';
/** What the control words of marks stand for. */
export const MARKS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  page: '\n',
  sect: '\n',
  cell: CELL_END,
  nestcell: CELL_END,
  nestrow: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': ' ',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
  '\n': '\n',
  '\r': '\n',
};
/** `\fcharset` of a font → its code page. */
export const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  204: 1251,
};
/** GBK: that of a document which names none. */
export const DEFAULT_CODE_PAGE = 936;
/** Tells that the code page of Western Europe stands for “not said”: Chinese programs write it and mean GBK. */
export const WESTERN = 1252;
