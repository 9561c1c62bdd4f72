import { countHan } from '../../text/han';
import { isNumbered } from '../cleaning/numbered';
import { type Contents, findContents } from '../furniture/contents';
import { bare, GENRE_END } from '../metadata/head/titleLines';
import { annexedSpeeches } from './annexedSpeeches';
import { type HeadBlock, headBlocks, VOLUME_TITLE } from './headBlocks';
import { labelledRecords, threadPosts } from './records';
import { findTalks, type Talks } from './talks';

/** How many articles a text holds. */
export type Parts =
  | { readonly kind: 'one' }
  /** Certainly several: the lines at which they begin, ascending; what stands before the first is no article. */
  | {
      readonly kind: 'several';
      readonly starts: readonly number[];
      readonly isThread: boolean;
      /** What is known of talks on one occasion. */
      readonly talks?: Talks;
    }
  /** Probably several, but it is not certain where one ends. */
  | { readonly kind: 'unsure' };

/** What is shorter is no article: a line of an index, a reply in a thread. */
const SHORTEST_ARTICLE_HAN = 60;
const SHORTEST_POST_HAN = 100;
const LONGEST_PREFACE_HAN = 300;
const FEWEST_CONFIRMED = 0.8;
const MAY_BE_SEVERAL = 2;

const MAY_BE_RECORD = /^[【[]?(?:文章|稿件)?(?:标题|题目|篇名|题名)/;
const MAY_BE_POST = /^\d{1,4}\s*[楼#＃]|楼主|沙发|板凳|地板|发表|发布|回复/;
const COUNTED = /^[【（(]?(?:篇|范文|例文)\s*([一二三四五六七八九十]|\d{1,2})(?:[】）)：:\s]|$).{0,50}$/;
const LONGEST_LABEL_UTF16 = 80;

/**
 * Finds where the articles of a volume, a thread or an export begin. Sure are records with labels, posts, titles that
 * a table of contents lists, speeches annexed to a letter, talks on one occasion, and heads of one form: each a title with a day, a
 * name or a greeting of its own.
 */
export function findParts(lines: readonly string[]): Parts {
  const records = lines.some(line => MAY_BE_RECORD.test(line)) ? labelledRecords(lines) : null;
  if (records) return several(lines, records.starts, SHORTEST_ARTICLE_HAN, false);
  const posts = lines.some(line => line.length <= LONGEST_LABEL_UTF16 && MAY_BE_POST.test(line))
    ? threadPosts(lines)
    : null;
  if (posts) {
    const long = posts.starts.filter(
      (start, i) => hanBetween(lines, start, posts.starts[i + 1] ?? lines.length) >= SHORTEST_POST_HAN,
    );
    // One article and what others said to it.
    const isAnswered = long.length === 1 && long[0] === posts.starts[0];
    if (long.length >= 2 || isAnswered) return { kind: 'several', starts: posts.starts, isThread: true };
  }
  const counted = countedParts(lines);
  if (counted) return counted;
  const listed = listedParts(lines);
  if (listed) return listed;
  const annexed = annexedSpeeches(lines);
  if (annexed) return { kind: 'several', starts: annexed, isThread: false };
  const talks = findTalks(lines);
  if (talks) return { kind: 'several', starts: talks.starts, isThread: false, talks };
  return byHeads(lines);
}

function several(lines: readonly string[], starts: readonly number[], shortest: number, isThread: boolean): Parts {
  const isFull = starts.every((start, i) => hanBetween(lines, start, starts[i + 1] ?? lines.length) >= shortest);
  return isFull ? { kind: 'several', starts, isThread } : { kind: 'unsure' };
}

/** 篇一：, 篇二：, 【范文三】: headings that count texts of one kind, from one on. */
function countedParts(lines: readonly string[]): Parts | null {
  const starts = [...lines.keys()].filter(i => COUNTED.test(lines[i]!.trim()));
  const isSeries = starts.every((start, i) => numberOf(COUNTED.exec(lines[start]!.trim())![1]!) === i + 1);
  if (starts.length < 2 || !isSeries || hanBetween(lines, 0, starts[0]!) > LONGEST_PREFACE_HAN) return null;
  return several(lines, starts, SHORTEST_ARTICLE_HAN, false);
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : '一二三四五六七八九十'.indexOf(text) + 1;
}

/** The titles of a table of contents, where they stand again as headings; numbered ones are the sections of one article. */
function listedParts(lines: readonly string[]): Parts | null {
  const contents = findContents(lines);
  if (!contents) return null;
  const blocks = new Map(headBlocks(lines.slice(contents.to)).map(block => [block.from + contents.to, block]));
  const starts: number[] = [];
  let from = contents.to;
  for (const listed of contents.titles) {
    const title = bare(listed.replace(/^[\d.、\s]+/, ''));
    const at = lines.findIndex((line, i) => i >= from && isListedTitle(bare(line), title));
    if (at < 0) continue;
    starts.push(at);
    from = at + 1;
  }
  if (starts.length < 2 || starts.length < contents.titles.length * FEWEST_CONFIRMED) return null;
  const isArticle = (at: number) => blocks.has(at) || GENRE_END.test(lines[at]!.trim());
  const articles = starts.filter(isArticle).length;
  if (articles * 2 < starts.length && !isVolume(lines, contents, starts)) return null;
  return several(lines, starts, SHORTEST_ARTICLE_HAN, false);
}

/** Titles without a number, all of them there, and nothing but the title of a volume around the table: no report with its sections. */
function isVolume(lines: readonly string[], contents: Contents, starts: readonly number[]): boolean {
  const isPlain = contents.titles.every(title => !isNumbered(title));
  const isAlone = lines.slice(0, contents.from).every(line => VOLUME_TITLE.test(line));
  return isPlain && isAlone && starts[0] === contents.to && starts.length === contents.titles.length;
}

/** A title as the text has it: the whole line, or one the list shortens or gives an author to. */
function isListedTitle(line: string, listed: string): boolean {
  return line.length >= 4 && (line === listed || (listed.startsWith(line) && listed.length - line.length <= 4));
}

function byHeads(lines: readonly string[]): Parts {
  const blocks = headBlocks(lines).filter(isStrong);
  const apart = blocks.filter((block, i) => i === 0 || hanBetween(lines, blocks[i - 1]!.to, block.from) > 0);
  if (apart.length < MAY_BE_SEVERAL) return { kind: 'one' };
  const isAtTop = hanBetween(lines, 0, apart[0]!.from) <= LONGEST_PREFACE_HAN;
  const isFull = apart.every(
    (block, i) => hanBetween(lines, block.to, apart[i + 1]?.from ?? lines.length) >= SHORTEST_ARTICLE_HAN,
  );
  const all = (has: (block: HeadBlock) => boolean) => apart.every(has);
  // Names alone stand below quotations too.
  const isAlike =
    all(block => block.hasDate && (block.hasGenre || block.hasSpeaker || block.hasGreeting)) ||
    all(block => block.hasGreeting) ||
    all(block => block.hasSpeaker && block.hasGenre);
  if (isAtTop && isFull && isAlike) return { kind: 'several', starts: apart.map(({ from }) => from), isThread: false };
  // Heads that look alike only in part: some of them may be headings within an article.
  const dated = apart.filter(block => (block.hasDate || block.hasSpeaker) && block.hasGenre);
  return dated.length >= MAY_BE_SEVERAL && isAtTop ? { kind: 'unsure' } : { kind: 'one' };
}

/** Two signs at least: a kind of text in the title, a day, a name, a greeting. */
function isStrong({ hasGenre, hasDate, hasSpeaker, hasGreeting }: HeadBlock): boolean {
  return Number(hasGenre) + Number(hasDate) + Number(hasSpeaker) + Number(hasGreeting) >= 2;
}

function hanBetween(lines: readonly string[], from: number, to: number): number {
  let han = 0;
  for (let i = from; i < to; i++) han += countHan(lines[i]!);
  return han;
}
