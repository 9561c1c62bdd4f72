import type { RawArticle } from '../../../engine/article/article';

/** What a column of a table can hold of an article. */
export type Column = 'title' | 'date' | 'speaker' | 'occasion' | 'text';

/** What the columns of an export, and the fields of a record, are called. Names are compared without blanks and case. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  title: ['title', 'headline', 'subject', '标题', '题目', '题名', '篇名', '名称', '文章标题', '主题', '标题名称'],
  date: [
    'date',
    'time',
    'published',
    'publishdate',
    '日期',
    '时间',
    '讲话时间',
    '讲话日期',
    '发表时间',
    '发表日期',
    '发布时间',
    '发布日期',
    '成文日期',
    '年月日',
  ],
  speaker: [
    'speaker',
    'author',
    'by',
    '作者',
    '讲话人',
    '发言人',
    '演讲人',
    '致辞人',
    '报告人',
    '领导',
    '署名',
    '责任者',
  ],
  occasion: ['occasion', 'event', '场合', '会议', '会议名称', '活动', '活动名称'],
  text: [
    'text',
    'content',
    'body',
    'article',
    '正文',
    '内容',
    '文本',
    '全文',
    '文章内容',
    '讲话内容',
    '正文内容',
    '讲话稿',
    '稿件',
    '原文',
  ],
};
/** What the name of a column ends with that says more than those names: 讲话题目, 会议时间, publish_time. */
const ENDINGS: readonly (readonly [Column, RegExp])[] = [
  ['title', /(?:标题|题目|题名|篇名|篇目|title)$/],
  ['date', /(?<!抓取|采集|下载|入库|更新|导出|创建|修改|录入|update|crawl|create)(?:日期|时间|date|time)$/],
  // When it was put on record: better than nothing.
  ['date', /(?:published|posted|issued|spoken|delivered|created)at$/],
  [
    'speaker',
    /(?:作者|(?:讲话|发言|致辞|致词|报告|演讲|主讲|撰稿|宣讲)[人者]|author|speaker|(?:spoken|delivered|written)by)$/,
  ],
  ['occasion', /(?:场合|会议名称|活动名称)$/],
  ['text', /(?:正文|全文|内容|文本|段落|content|body|text|paragraphs)$/],
];
const COLUMN_OF: ReadonlyMap<string, Column> = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map(name => [name, column as Column] as const)),
);

/** `标题` → title; null for a name that says nothing to us. */
export function columnOf(name: string): Column | null {
  const plain = plainName(name);
  return COLUMN_OF.get(plain) ?? ENDINGS.find(([, ending]) => ending.test(plain))?.[0] ?? null;
}

function plainName(name: string): string {
  return name.replace(/[\s_\-\ufeff"'：:]/g, '').toLowerCase();
}

/** 1500339600 is a day in 2017, 2017 a year. */
function dayOf(value: number): string {
  if (value < EARLIEST_SECONDS) return String(value);
  const moment = new Date((value < EARLIEST_SECONDS * 1000 ? value * 1000 : value) + CHINA_MS);
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);
}

const EARLIEST_SECONDS = 100_000_000;
const CHINA_MS = 8 * 3_600_000;
const WRITTEN_BREAK = /(?:\\r)?\\n/g;

/** An article from the values under recognised names, the first of each; null where there is no text. */
export function articleOf(fields: Iterable<readonly [name: string, value: unknown]>): RawArticle | null {
  const found: Partial<Record<Column, string>> = {};
  const like: Partial<Record<Column, string>> = {};
  for (const [name, value] of fields) {
    const column = columnOf(name);
    const text = column === null ? null : textOf(value, column);
    if (column === null || text === null || text.trim() === '') continue;
    const among = COLUMN_OF.has(plainName(name)) ? found : like;
    among[column] ??= text;
  }
  const { text, ...rest } = { ...like, ...found };
  return text === undefined ? null : { text, ...rest };
}

/** Paragraphs may come as a list, days as seconds or milliseconds since 1970, breaks of lines as they are written in programs. */
function textOf(value: unknown, column: Column): string | null {
  if (column === 'date' && typeof value === 'number') return dayOf(value);
  if (column === 'text' && typeof value === 'string' && !value.includes('\n'))
    return value.replace(WRITTEN_BREAK, '\n');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return Array.isArray(value) && value.every(part => typeof part === 'string') ? value.join('\n') : null;
}

/** Does a text begin with the names of columns, one of them that of the text, separated by tabs? */
export function isExportedTable(start: string): boolean {
  const cells = start
    .slice(0, 1000)
    .split(/\r\n|\r|\n/, 1)[0]!
    .split('\t');
  return cells.length > 1 && cells.some(cell => columnOf(cell) === 'text') && cells.filter(columnOf).length > 1;
}
