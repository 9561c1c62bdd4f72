import { ClusterSet } from '../../index/articles/clusterSet';
import type { CorpusView, Segment } from '../../index/segment';
import type { Beginning } from './firstLines';

/** A longer one is text that was taken for a title. UTF-16 code units. */
export const LONGEST_TITLE = 40;

/** So much of a title says what it names. UTF-16 code units. */
const TAIL = 16;
const SPEECH = /(?:讲话|致辞|致词|发言|报告|讲稿|党课|演讲|汇报|主持词)(?:提纲|稿|材料|摘要|全文)?(?:（[^）]*）)?$/;

/** Does a title name what is spoken? 在全县农业工作会议上的讲话（摘要）: true; that of a newspaper: false. */
export const namesSpeech = (title: string): boolean => SPEECH.test(title);

/** Some beginnings, the most promising ones, of many. */
export interface Promising {
  readonly first: readonly Beginning[];
  /** Of all of them: how many wordings, and articles that have them. */
  readonly wordings: number;
  readonly articles: number;
}

/** The titles of a view, near-duplicates once: those of speeches first, then those that several articles have, then the newest. */
export interface Titles {
  /** Those that `typed` is the beginning of; `most` of them are told. */
  goingOn(typed: string, most: number): Promising;
}

/** Titles in columns: a collection has a hundred thousand, and as strings in objects they would take five times the memory. */
interface TitleColumns {
  /** All titles one behind the other, and where each begins; one start more than there are titles. */
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  /** By title: articles that have it. */
  readonly articles: Int32Array;
}

/** What they are put in order by, besides: by title, the newest date of its articles, packed, and whether it names a speech. */
interface UnorderedTitles extends TitleColumns {
  readonly dates: Int32Array;
  readonly isSpeech: Uint8Array;
}

/** A reading of the titles of a view, which takes a while where there are a hundred thousand. */
export interface TitleReading {
  /** Reads so many articles more; false: there is no more to read. */
  readOn(articles: number): boolean;
  /** Reads what is left. */
  titles(): Titles;
}

/** Begins to read the titles of a view: nothing is read yet. */
export function readTitles(view: CorpusView): TitleReading {
  // Ten megabytes at a hundred thousand titles: given back when they are read.
  let collecting: ReturnType<typeof collect> | undefined = collect(view);
  let titles: Titles | undefined;
  const readOn = (articles: number): boolean => {
    if (!collecting) return false;
    if (collecting.readOn(articles)) return true;
    titles = titlesOf(inOrder(collecting.columns()));
    collecting = undefined;
    return false;
  };
  return {
    readOn,
    titles() {
      while (!titles) readOn(Number.POSITIVE_INFINITY);
      return titles;
    },
  };
}

function titlesOf({ codes, starts, articles }: TitleColumns): Titles {
  return {
    goingOn(typed, most) {
      const first: Beginning[] = [];
      let wordings = 0;
      let all = 0;
      for (let title = 0; title < articles.length; title++) {
        const start = starts[title]!;
        const end = starts[title + 1]!;
        if (end - start <= typed.length || !standsAt(codes, start, typed)) continue;
        wordings++;
        all += articles[title]!;
        if (first.length >= most) continue;
        first.push({
          text: String.fromCharCode(...codes.subarray(start, end)),
          articles: articles[title]!,
          source: null,
        });
      }
      return { first, wordings, articles: all };
    },
  };
}

/** All titles of a view, each once, in the order of its articles. */
function collect(view: CorpusView) {
  const most = view.reduce((sum, { articleCount }) => sum + articleCount, 0);
  // Open addressing: one more than the number of a title, 0 is free.
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  const starts = new Int32Array(most + 1);
  const articles = new Int32Array(most);
  const dates = new Int32Array(most);
  const isSpeech = new Uint8Array(most);
  // Room for titles that are all as long as can be: what is not written to takes no memory, and growing would leave copies behind.
  const codes = new Uint16Array(LONGEST_TITLE * most);
  let count = 0;
  const numberOf = (title: string): number => {
    let at = hashOf(title) & (table.length - 1);
    for (; table[at] !== 0; at = (at + 1) & (table.length - 1)) {
      const known = table[at]! - 1;
      if (starts[known + 1]! - starts[known]! === title.length && standsAt(codes, starts[known]!, title)) return known;
    }
    table[at] = count + 1;
    const start = starts[count]!;
    for (let i = 0; i < title.length; i++) codes[start + i] = title.charCodeAt(i);
    starts[count + 1] = start + title.length;
    isSpeech[count] = Number(namesSpeech(title.slice(-TAIL)));
    return count++;
  };
  const seen = new ClusterSet(most);
  const add = (segment: Segment, article: number): void => {
    if (segment.hasDead && segment.isDead(article)) return;
    const cluster = segment.cluster(article);
    if (seen.has(cluster)) return;
    const { title } = segment.meta(article);
    if (title === '' || title.length > LONGEST_TITLE) return;
    seen.add(cluster);
    const number = numberOf(title);
    articles[number]!++;
    dates[number] = Math.max(dates[number]!, segment.packedDate(article));
  };
  const next = { segment: 0, article: 0 };
  return {
    /** Reads so many articles more; false: there is no more to read. */
    readOn(wanted: number): boolean {
      for (let left = wanted; left > 0 && next.segment < view.length; ) {
        const segment = view[next.segment]!;
        const end = Math.min(segment.articleCount, next.article + left);
        left -= end - next.article;
        while (next.article < end) add(segment, next.article++);
        if (end === segment.articleCount) Object.assign(next, { segment: next.segment + 1, article: 0 });
      }
      return next.segment < view.length;
    },
    columns: (): UnorderedTitles => ({
      codes,
      starts: starts.subarray(0, count + 1),
      articles: articles.subarray(0, count),
      dates: dates.subarray(0, count),
      isSpeech,
    }),
  };
}

/** A copy without room to spare, the most promising titles first. */
function inOrder({ codes, starts, articles, dates, isSpeech }: UnorderedTitles): TitleColumns {
  const order = Int32Array.from(articles.keys()).sort(
    (a, b) => isSpeech[b]! - isSpeech[a]! || articles[b]! - articles[a]! || dates[b]! - dates[a]! || a - b,
  );
  const sorted = {
    codes: new Uint16Array(starts.at(-1)!),
    starts: new Int32Array(starts.length),
    articles: new Int32Array(order.length),
  };
  for (let at = 0, end = 0; at < order.length; at++) {
    const title = order[at]!;
    for (let from = starts[title]!; from < starts[title + 1]!; from++) sorted.codes[end++] = codes[from]!;
    sorted.starts[at + 1] = end;
    sorted.articles[at] = articles[title]!;
  }
  return sorted;
}

function standsAt(codes: Uint16Array, start: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (codes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** FNV-1a over code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
