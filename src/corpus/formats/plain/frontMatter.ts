import type { RawArticle } from '../../../engine/article/article';

/** The metadata that a document states, and where it ends. */
export type FrontMatter = Omit<RawArticle, 'text'> & {
  /** Where the document begins behind the front matter, UTF-16; 0 where there is none. */
  readonly end: number;
};

const FRONT_MATTER =
  /^\ufeff?(?:---|\+\+\+)[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?(?:(?<=\n)(?:---|\+\+\+|\.\.\.))[ \t]*(?:\r?\n|$)/;
const FIELD = /^([\p{L}_-]+)\s*[:：=]\s*(.*)$/u;
const ITEM = /^\s*-\s+(.+)$/;
const STATED = ['title', 'date', 'speaker', 'occasion'] as const;
type Key = (typeof STATED)[number] | 'tags';
const KEYS: Readonly<Record<string, Key>> = {
  title: 'title',
  标题: 'title',
  题目: 'title',
  date: 'date',
  日期: 'date',
  时间: 'date',
  讲话时间: 'date',
  speaker: 'speaker',
  author: 'speaker',
  作者: 'speaker',
  讲话人: 'speaker',
  发言人: 'speaker',
  主讲人: 'speaker',
  occasion: 'occasion',
  场合: 'occasion',
  会议: 'occasion',
  tags: 'tags',
  tag: 'tags',
  keywords: 'tags',
  标签: 'tags',
  关键词: 'tags',
};

/**
 * Reads the metadata at the top of a Markdown file, between two lines of `---`: `key: value`, `key: [a, b]`, and a key with
 * a list below it. Of a list the first value counts, of tags all.
 */
export function frontMatter(source: string): FrontMatter {
  const match = FRONT_MATTER.exec(source);
  const fields = new Map<Key, string[]>();
  let open: Key | undefined;
  for (const line of match?.[1]?.split(/\r?\n/) ?? []) {
    const item = ITEM.exec(line)?.[1];
    if (item !== undefined && open) fields.get(open)!.push(plain(item));
    const [, key = '', value = ''] = item === undefined ? (FIELD.exec(line) ?? []) : [];
    if (key === '') continue;
    const field = KEYS[key.toLowerCase()];
    open = field && !fields.has(field) ? field : undefined;
    if (open) fields.set(open, valuesOf(value, open));
  }
  const one = (key: Key) => fields.get(key)?.find(value => value !== '');
  const tags = fields.get('tags')?.filter(tag => tag !== '') ?? [];
  const found: Record<string, string | readonly string[]> = {};
  for (const key of STATED) {
    const value = one(key);
    if (value !== undefined) found[key] = value;
  }
  if (tags.length > 0) found.tags = tags;
  const stated = STATED.filter(key => found[key] !== undefined);
  return { ...found, ...(stated.length > 0 && { stated }), end: match?.[0].length ?? 0 };
}

function valuesOf(value: string, key: Key): string[] {
  const list = /^\[(.*)\]$/.exec(value.trim().replace(/^\[\[(.*)\]\]$/, '$1'))?.[1];
  if (list !== undefined) return list.split(/[,，、]/).map(plain);
  return key === 'tags' ? value.split(/[,，、\s]+/).map(plain) : [plain(value)].filter(text => text !== '');
}

/** Without quotes, the brackets of a link and the sign of a tag. */
function plain(value: string): string {
  return value
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2')
    .replace(/^\[\[(?:[^|\]]*\|)?([^|\]]*)\]\]$/, '$1')
    .replace(/^#/, '')
    .trim();
}
