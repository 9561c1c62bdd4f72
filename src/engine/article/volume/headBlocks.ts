import { countHan } from '../../text/han';
import { isNumbered } from '../cleaning/numbered';
import { bylineOf } from '../metadata/byline';
import { dateLine } from '../metadata/dates/dateLine';
import { readDelivered } from '../metadata/delivered';
import { isAboveTitle, isNoteAboutText } from '../metadata/head/aboveTitle';
import { isSalutation } from '../metadata/head/headPatterns';
import { GENRE_END } from '../metadata/head/titleLines';
import { speakerOf } from '../metadata/names';
import { speakerInTitle } from '../metadata/occasion';

/** Lines that read like the head of an article: a title with a day, a name or a greeting below it. */
export interface HeadBlock {
  /** [from, to) in lines. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly hasDate: boolean;
  readonly hasSpeaker: boolean;
  readonly hasGreeting: boolean;
  /** The title names what kind of text it is: 讲话, 报告. */
  readonly hasGenre: boolean;
}

const MOST_TITLE_LINES = 4;
const MOST_META_LINES = 4;
const LONGEST_TITLE_HAN = 50;
const LONGEST_WHOLE_TITLE_HAN = 80;
const LONGEST_TITLE_UTF16 = 80;
const SPEECH_END =
  /(?:讲话|致辞|致词|发言|主持词|党课|演讲|讲稿|贺词|祝词|报告|总结|汇报|述职|体会|表态)(?:稿|摘要|提纲)?(?:[（(].*[）)])?$/;
/** A dash, a bracket or a day begins what stands below a title. */
const BELOW_TITLE = /^(?:[—–─（(-]|(?:19|20)\d{2}年|[一二][^年]{3}年)/;
/** The title of a volume of several articles: 云溪县领导讲话选编. */
export const VOLUME_TITLE =
  /(?:选编|汇编|选集|文集|文选|合集|集锦|大全|选登|选辑|讲话集|资料集|材料集|[（(][上中下一二三四五六七八九十\d]{1,3}[）)])$/;
/** A number before the title of a collection: 1. 篇一： 第三篇 */
const ORDINAL =
  /^(?:第[一二三四五六七八九十\d]{1,3}[篇部]|【?(?:篇|范文|例文)[一二三四五六七八九十\d]{1,3}】?|[（(【]?[一二三四五六七八九十\d]{1,3}[）)】.、．])\s*[：:]?\s*/;

/** Every place among the lines that reads like the head of an article, in order, apart from one another. */
export function headBlocks(lines: readonly string[]): HeadBlock[] {
  const blocks: HeadBlock[] = [];
  for (let i = 0; i < lines.length; i++) {
    const block = blockAt(lines, i);
    if (block === null) continue;
    blocks.push(block);
    i = block.to - 1;
  }
  return blocks;
}

function blockAt(lines: readonly string[], from: number): HeadBlock | null {
  // The title of the volume stands above that of its first article.
  if (VOLUME_TITLE.test(lines[from]!.trim()) && isTitleLine(lines[from + 1] ?? '')) return null;
  let at = from;
  let title = '';
  while (at < lines.length && at - from < MOST_TITLE_LINES && isTitleLine(lines[at]!)) {
    if (!isAboveTitle(lines[at]!) || title === '') title += withoutOrdinal(lines[at]!.trim());
    at++;
  }
  if (at === from || at >= lines.length || countHan(title) > LONGEST_WHOLE_TITLE_HAN) return null;
  const meta = metaLines(lines, at);
  const named = /[（(]([^（）()]*)[）)]$/.exec(title);
  const hasDate = meta.hasDate || (named !== null && dateLine(named[0]) !== null);
  const hasSpeaker = meta.hasSpeaker || speakerInTitle(title) !== null || isName(lines[from - 1]);
  if (!hasDate && !hasSpeaker && !meta.hasGreeting) return null;
  // Some volumes put the name above the title.
  const first = !meta.hasSpeaker && isName(lines[from - 1]) ? from - 1 : from;
  return { ...meta, from: first, title, hasDate, hasSpeaker, hasGenre: SPEECH_END.test(title) };
}

/** The title of a head without the number that a collection puts before it. */
export function withoutOrdinal(line: string): string {
  const rest = line.replace(ORDINAL, '');
  return rest !== line && GENRE_END.test(rest) ? rest : line;
}

function isName(line: string | undefined): boolean {
  return line !== undefined && nameIn(line.trim()) !== null;
}

function nameIn(line: string): string | null {
  return speakerOf(line) ?? bylineOf(line)?.author ?? null;
}

function isTitleLine(text: string): boolean {
  if (text.length > LONGEST_TITLE_UTF16) return false;
  const line = withoutOrdinal(text.trim());
  const han = countHan(line);
  if (han < 2 || han > LONGEST_TITLE_HAN || /[。；]|[：，、！？…]$/.test(line)) return false;
  if (isNumbered(line) && !isAboveTitle(line)) return false;
  return dateLine(line) === null && nameIn(line) === null && !isDeliveredBelow(line) && !isSalutation(line);
}

/** Says the occasion below a title; a title may say occasion, name and day itself. */
function isDeliveredBelow(line: string): boolean {
  return BELOW_TITLE.test(line) && readDelivered(line)?.isWhole === true;
}

function metaLines(
  lines: readonly string[],
  from: number,
): Pick<HeadBlock, 'to' | 'hasDate' | 'hasSpeaker' | 'hasGreeting'> {
  let hasDate = false;
  let hasSpeaker = false;
  let at = from;
  for (; at < lines.length && at - from < MOST_META_LINES; at++) {
    const line = lines[at]!.trim();
    const day = dateLine(line);
    const said = !day && BELOW_TITLE.test(line) ? readDelivered(line) : null;
    const speaker = day?.speaker ?? said?.speaker ?? (day || said ? null : nameIn(line));
    if (!day && !said?.isWhole && !speaker && !isNoteAboutText(line)) break;
    hasDate ||= day !== null || (said?.date ?? null) !== null;
    hasSpeaker ||= speaker !== null;
  }
  const hasGreeting = at < lines.length && isSalutation(lines[at]!.trim());
  return { to: at, hasDate, hasSpeaker, hasGreeting };
}
