import type { ArticleFilter } from '../../passages/lens/lens';
import { normalisePhrase } from '../../passages/normalisePhrase';

/** What a writer asks the corpus for. */
export interface Query {
  /** Without the filters; what stood in quotation marks is one word, its blanks gone. */
  readonly words: string;
  /** Something was in quotation marks: what has the words scattered is not wanted. */
  readonly isExact: boolean;
  /** There is a star in it: `words` is a pattern with gaps. */
  readonly hasGap: boolean;
  readonly filter: ArticleFilter;
}

type Field = 'speaker' | 'year' | 'title' | 'occasion';

const FIELDS: readonly (readonly [field: Field, names: string])[] = [
  ['speaker', 'speaker|讲话人|作者'],
  ['year', 'year|年份|年'],
  ['title', 'title|标题|题目'],
  ['occasion', 'occasion|场合|会议'],
];
const FILTERS = new RegExp(
  `(?<=^|\\s)(${FIELDS.map(([, names]) => names).join('|')})[:：](?:“([^”]*)”|"([^"]*)"|(\\S+))`,
  'gi',
);
const QUOTED = /“([^“”]+)”|"([^"]+)"/g;
const YEARS = /^(\d{4})?(?:([-—–~至到]+)(\d{4})?)?年?$/;

/**
 * Reads what was typed into a search: words, “exact wording”, a star for a gap, and filters with English or Chinese names.
 *
 *     以*为抓手 speaker:周明远 year:2019-2023
 *     “抓好落实” 讲话人：周明远 年份：2021
 */
export function parseQuery(typed: string): Query {
  let filter: ArticleFilter = {};
  const rest = typed.replace(FILTERS, (_, name: string, ...values: (string | undefined)[]) => {
    const value = values.slice(0, 3).find(one => one !== undefined) ?? '';
    const field = FIELDS.find(([, names]) => names.split('|').includes(name.toLowerCase()))![0];
    filter = { ...filter, ...filterOf(field, value.trim()) };
    return ' ';
  });
  const words = rest
    .replace(QUOTED, (_, chinese?: string, plain?: string) => ` ${normalisePhrase(chinese ?? plain ?? '')} `)
    .trim();
  return { words, isExact: rest.search(QUOTED) >= 0, hasGap: /[*＊]/.test(words), filter };
}

/** Years that are none filter nothing: the writer is still typing them. */
function filterOf(field: Field, value: string): ArticleFilter {
  if (value === '') return {};
  if (field === 'speaker') return { speakers: value.split(/[,，、]/).filter(Boolean) };
  if (field === 'title') return { name: value };
  if (field === 'occasion') return { occasion: value };
  const [, from, dash, to] = YEARS.exec(value) ?? [];
  const [fromYear, toYear] = [from && Number(from), to ? Number(to) : dash ? undefined : from && Number(from)];
  return { ...(fromYear && { fromYear }), ...(toYear && { toYear }) };
}
