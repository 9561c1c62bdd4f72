import { countHan } from '../text/han';
import { dateLine } from './dateLine';
import { parseDate } from './dates';
import { speakerOf } from './names';
import { occasionOf } from './occasion';

/** What the head of an article says, and which of its lines say it. */
export interface Head {
  title: string | null;
  date: string | null;
  speaker: string | null;
  occasion: string | null;
  /** Index of the line → why it is no paragraph. */
  readonly taken: Map<number, 'metadata' | 'repeated-title'>;
}

const LONGEST_HEAD_LINES = 14;
const LONGEST_TITLE_HAN = 60;
/** A headline may repeat the title without the name of the column before it. */
const SHORTEST_PART_OF_TITLE = 6;
const MOST_MARKS_APART = 10;
const NUMBERED =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|第[一二三四五六七八九十]+[，、章节条]|[一二三四五六七八九十]{1,2}[是要])/;
const SALUTATION =
  /^(?:尊敬的|亲爱的|敬爱的|各位|同志们|朋友们|同学们|女士们|先生们|大家|老师们|代表们|委员们|乡亲们|父老乡亲|主席|主任)[^。]{0,60}[：:！!，,]$/;
/** The number a document is registered under: `青府办发〔2022〕43号`. */
const DOCUMENT_NUMBER = /^[\u3400-\u9fff]{1,12}(?:〔|\[|［|（)(?:19|20)\d{2}(?:〕|\]|］|）)\s*\d{1,4}\s*号$/;
/** `——2015年1月14日在青山县第十届人民代表大会第三次会议上`, as work reports begin; who speaks may follow. */
const DELIVERED_LINE =
  /^[—–\-（(\s]*((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)\s*在([^。；！？，]{4,60}?)上(?:[，\s]*([^。；！？，]{0,40}?))?(?:同志)?(作[^。；！？，]{0,6}工作报告)?[。）)]?$/;
const SITE_BEHIND = /\s*(?:[-_–|｜]+|—{2,})\s*[^-_–—|｜，。]{0,14}(?:网|网站|论坛|频道|门户|博客|公众号)$/;
const GENRE_END =
  /(?:讲话|致辞|致词|发言|报告|主持词|通知|意见|方案|办法|决定|总结|汇报|材料|体会|党课|提纲|公报|公告|通报|规定|条例|细则)(?:稿|摘要)?(?:[（(].*[）)])?$/;

/**
 * Reads the lines at the top of an article until its prose begins. `known` is what the file format or the folder has
 * said already; a title that is known is only looked for to find where it is repeated.
 */
export function readHead(lines: readonly string[], known: { title: string | null }): Head {
  const head: Head = { title: known.title, date: null, speaker: null, occasion: null, taken: new Map() };
  const end = headEnd(lines);
  const candidates: number[] = [];
  for (let i = 0; i < end; i++) {
    const line = lines[i]!.trim();
    const date = dateLine(line);
    const speaker = date ? null : speakerOf(line);
    if (DOCUMENT_NUMBER.test(line)) {
      head.taken.set(i, 'metadata');
    } else if (readDelivered(line, head)) {
      head.taken.set(i, 'metadata');
    } else if (date) {
      head.date ??= date.date;
      head.speaker ??= date.speaker;
      head.taken.set(i, 'metadata');
    } else if (speaker) {
      head.speaker ??= speaker;
      head.taken.set(i, 'metadata');
    } else if (isTitleLike(line)) candidates.push(i);
  }
  if (head.title === null && lines.length > head.taken.size + 1) takeTitle(lines, candidates, head);
  if (head.title !== null) takeRepetitions(lines, candidates, head);
  return head;
}

/** Reads date, occasion and speaker from such a line; true where it says nothing else and is no sentence of its own. */
function readDelivered(line: string, head: Head): boolean {
  const match = DELIVERED_LINE.exec(line);
  if (!match) return false;
  const [, date, occasion, who = '', sentence] = match;
  head.date ??= parseDate(date!);
  head.occasion ??= occasion!.trim();
  head.speaker ??= speakerOf(who);
  return !sentence && (who === '' || speakerOf(who) !== null);
}

/** Does a line say the title, punctuation and blanks aside? A sentence with its full stop is text, even if it does. */
export function isSameTitle(line: string, title: string): boolean {
  if (
    /[。；]$/.test(line) ||
    title.length < SHORTEST_PART_OF_TITLE ||
    Math.abs(line.length - title.length) > MOST_MARKS_APART
  )
    return false;
  return bare(line) === bare(title);
}

/** Index of the first line of prose. */
function headEnd(lines: readonly string[]): number {
  const last = Math.min(lines.length, LONGEST_HEAD_LINES);
  for (let i = 0; i < last; i++) {
    const line = lines[i]!.trim();
    if (SALUTATION.test(line) || (NUMBERED.test(line) && !dateLine(line))) return i;
    if (countHan(line) > LONGEST_TITLE_HAN || (/[。；：]$/.test(line) && !dateLine(line) && !DELIVERED_LINE.test(line)))
      return i;
  }
  return last;
}

function isTitleLike(line: string): boolean {
  const length = countHan(line);
  return (
    length >= 3 &&
    length <= LONGEST_TITLE_HAN &&
    !/[。；：，、]$/.test(line) &&
    (line.match(/[，。]/g)?.length ?? 0) <= 3
  );
}

function takeTitle(lines: readonly string[], candidates: readonly number[], head: Head): void {
  const repeated = candidates.find((at, i) =>
    candidates.slice(i + 1).some(other => isSameTitle(lines[at]!, lines[other]!)),
  );
  const first = repeated ?? candidates[0];
  // Only a line that opens the text, but for lines with metadata, is a title; a short line further down is a heading.
  if (first === undefined || (repeated === undefined && [...Array(first).keys()].some(i => !head.taken.has(i)))) return;
  head.title = withoutSite(lines[first]!.trim());
  head.taken.set(first, 'metadata');
  const second = first + 1;
  if (!candidates.includes(second)) return;
  const next = lines[second]!.trim();
  if (/^(?:—|–|-)/.test(next)) {
    head.title += next.replace(/^[—–-]+\s*/, '——');
  } else if (isFirstHalf(head.title) && GENRE_END.test(next)) {
    head.title += next;
  } else return;
  head.taken.set(second, 'metadata');
}

/** `在全县教育大会上的讲话-青山公文网` as a window title has it. */
function withoutSite(title: string): string {
  return title.replace(SITE_BEHIND, '');
}

/** A title that runs on in the next line: `在全县优化营商环境` / `大会上的讲话`. */
function isFirstHalf(title: string): boolean {
  if (GENRE_END.test(title)) return false;
  const isOpen =
    title.split('《').length !== title.split('》').length || title.split('“').length !== title.split('”').length;
  return isOpen || /^(?:在|关于)|(?:县委|政府|委员会|办公室)$/.test(title);
}

/** Lines that repeat the title, perhaps with the speaker, a date or the name of the site added. */
function takeRepetitions(lines: readonly string[], candidates: readonly number[], head: Head): void {
  const title = bare(head.title ?? '');
  for (const at of candidates) {
    if (head.taken.has(at)) continue;
    const line = bare(lines[at]!);
    const rest = title.length >= 4 && line.includes(title) ? line.replace(title, '') : null;
    if (rest !== null && rest.length <= 10) {
      head.taken.set(at, 'repeated-title');
      head.speaker ??= speakerOf(rest);
      head.date ??= parseDate(lines[at]!.replace(head.title ?? '', ' '));
    } else if (line.length >= SHORTEST_PART_OF_TITLE && title.includes(line) && line.length * 2 >= title.length) {
      head.taken.set(at, 'repeated-title');
    } else if (/^[—–-]{1,2}\s*在/.test(lines[at]!.trim()) && occasionOf(lines[at]!)) {
      head.occasion ??= occasionOf(lines[at]!);
      head.taken.set(at, 'metadata');
    }
  }
}

function bare(line: string): string {
  return line.replace(/[^\p{L}\p{N}]/gu, '');
}
