import type { RawArticle } from '../../../engine/article/article';

export type FrontMatter = Omit<RawArticle, 'text'> & {
  /** Where the document begins behind the front matter, UTF-16; 0 where there is none. */
  readonly end: number;
};

const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|$)/;
const FIELD = /^([\p{L}_-]+)\s*[:：=]\s*(.*)$/u;
const KEYS: Readonly<Record<string, keyof Omit<RawArticle, 'text'>>> = {
  title: 'title',
  标题: 'title',
  date: 'date',
  日期: 'date',
  时间: 'date',
  speaker: 'speaker',
  author: 'speaker',
  作者: 'speaker',
  讲话人: 'speaker',
  occasion: 'occasion',
  场合: 'occasion',
  会议: 'occasion',
};

/** Reads the metadata at the top of a Markdown file, between two lines of `---`. Only simple `key: value` lines count. */
export function frontMatter(source: string): FrontMatter {
  const match = FRONT_MATTER.exec(source);
  const fields = new Map<string, string>();
  for (const line of match?.[1]?.split(/\r?\n/) ?? []) {
    const [, key = '', value = ''] = FIELD.exec(line) ?? [];
    const field = KEYS[key.toLowerCase()];
    const plain = value.trim().replace(/^(['"])(.*)\1$/, '$2');
    if (field && plain !== '' && !fields.has(field)) fields.set(field, plain);
  }
  return { ...Object.fromEntries(fields), end: match?.[0].length ?? 0 };
}
