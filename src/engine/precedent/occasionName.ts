import { occasionOf } from '../article/metadata/occasion';

/** What kind of text it is: a speech and the words of the chair on one occasion have little in common. */
export type Genre = 'speech' | 'remarks' | 'greeting' | 'chair' | 'report' | 'lecture';

/** What a title says of its occasion, whatever the year. */
export interface OccasionName {
  /** `2025年全县经济工作会议` → `全县经济工作会议`; a title without an occasion counts whole. Empty where nothing is left. */
  readonly name: string;
  /** Null where the title does not say. */
  readonly genre: Genre | null;
}

const GENRES: readonly (readonly [Genre, RegExp])[] = [
  ['chair', /(?:主持词|主持讲话|主持稿|串词)$/],
  ['greeting', /(?:致辞|致词|祝词|祝辞|贺词|贺辞|贺信|欢迎[词辞]|答谢[词辞]|慰问信|寄语)$/],
  ['remarks', /(?:表态|交流|书面|典型|即席|大会)?(?:发言|表态)$/],
  ['lecture', /(?:专题)?(?:党课|辅导|宣讲)(?:报告|讲稿)?$/],
  ['report', /(?:报告|汇报|总结|述职|说明)$/],
  ['speech', /(?:动员|总结|重要|主旨|主题|专题)?(?:讲话|讲稿|演讲|谈话)$/],
];

const NUMBER = '[0-9〇○零一二三四五六七八九十百两]+';
/** What counts the occasions of a series, and so differs from one to the next. */
const COUNTED = new RegExp(
  [
    `(?:(?:19|20)\\d{2}|[一二][〇○零一二三四五六七八九]{3})(?:\\s*[-—–－至]\\s*(?:(?:19|20)?\\d{2}|[一二][〇○零一二三四五六七八九]{3}))?\\s*年?(?:度|初|底|末|终)?`,
    `第${NUMBER}(?:届|次|期|批|轮|个|场|讲|号|季度|周年)?`,
    `${NUMBER}(?:届|次|期|批|轮|周年|季度|号)`,
    `${NUMBER}级(?=干部)`,
    '[0-9一二三四五六七八九十]{1,3}月(?:份)?(?:[0-9一二三四五六七八九十廿]{1,3}[日号])?',
    '(?:第)?[一二三四五]次',
  ].join('|'),
  'g',
);
/** What says how far the text is, or what file it is: `（送审稿）`, `_定稿`, `（2025年1月5日）`. */
const STATE_AT_END =
  /(?:\s*[（(〔[【][^（()）〔〕[\]【】]*[)）〕\]】]|[-_－\s]*(?:第?[一二三四五六\d]+稿|初稿|草稿|定稿|终稿|修改稿|送审稿|讨论稿|审定稿|征求意见稿|印发稿|最终版?|摘要|全文|提纲|要点|节选|实录|录音整理|稿))+$/;
const COLUMN_BEFORE = /^(?:\s*[【[〔][^】\]〕]*[】\]〕])+/;
const SHORTEST_UTF16 = 2;
const MARKS = /[^\p{L}\p{N}]/gu;

/**
 * What a title says of its occasion, the year and every other count taken out, so that the titles of one series are alike:
 * `在2025年全县经济工作会议上的讲话（送审稿）` and `在全县经济工作会议上的讲话` both give 全县经济工作会议, speech.
 * `occasion`: where that is known beside the title.
 */
export function occasionName(title: string, occasion: string | null = null): OccasionName {
  // A theme comes first, what it is said on behind a dash.
  const parts = title
    .normalize('NFKC')
    .replace(COLUMN_BEFORE, '')
    .split(/——|－－|--|\n/);
  const spoken = parts.map(withoutState).filter(part => part !== '');
  const last = spoken.findLast(part => genreOf(part) !== null) ?? spoken[0] ?? '';
  const genre = genreOf(last);
  const spokenAt = occasionOf(last.slice(Math.max(0, last.lastIndexOf('在')))) ?? occasionOf(last);
  if (spokenAt !== null) return { name: bareName(spokenAt), genre };
  // Many reports are made to one congress: 政府工作报告 says more than where it was made, 讲话 says less.
  const own = bareName(withoutGenre(last));
  const isTelling = genre !== null && own.length >= SHORTEST_UTF16;
  return { name: isTelling || occasion === null ? own : bareName(occasion), genre };
}

function withoutState(title: string): string {
  return title.trim().replace(STATE_AT_END, '').trim();
}

function genreOf(title: string): Genre | null {
  return GENRES.find(([, end]) => end.test(title))?.[0] ?? null;
}

function withoutGenre(title: string): string {
  const end = GENRES.find(([, pattern]) => pattern.test(title))?.[1];
  return end ? title.replace(end, '') : title;
}

function bareName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(COUNTED, '')
    .replace(/同志|召开的?/g, '')
    .replace(MARKS, '')
    .replace(/^在|[上的]+$/g, '');
}
