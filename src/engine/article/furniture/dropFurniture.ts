import { countHan } from '../../text/han';
import { isSentenceEnd } from '../../text/punctuation';
import type { Removal } from '../article';
import { type CleanLine, sourceOfLine } from '../cleaning/cleanLines';
import { bearsFirstMark } from '../cleaning/noteMarks';
import { sliceMapped } from '../mapping/mapped';
import { parseDate } from '../metadata/dates/dates';
import { type Fields, readFields } from '../metadata/fields';
import { isNoteAboutText } from '../metadata/head/aboveTitle';
import { openLine } from '../metadata/placeholders';
import { bareCounters } from './bareCounters';
import { commentsStart } from './comments';
import { findContents } from './contents';
import { endNotesStart } from './endNotes';
import { isFurniture, isOnlyMarks, isRelatedHeading } from './furniture';
import { pageBreaks } from './pageBreaks';
import { trailerStart } from './trailers';

const EDGE_LINES = 8;
const LONGEST_LINK_UTF16 = 80;
/** A teaser or a comment; paragraphs of an article are longer, some of them at least. */
const LONGEST_TEASER_UTF16 = 150;
const SHARE_OF_SHORT = 0.4;
const LONGEST_SCRAP_UTF16 = 8;
const MENU_STROKE = /^[|｜>＞›»→/]+(?:\s*\S{1,8})?$/;
/** What the name of another page, or of an account, stands below. */
const NEXT_PAGE = /^(?:[上下]一[篇页条]\s*：?|轻触阅读原文|关注该公众号)$/;
const SHORTEST_SENTENCE_HAN = 10;
/** Links to other pages begin with a bullet or end with a date. */
const LINK = /^[·•●○■□▪◆◇▶▷>›»*-]|[（([]?\d{1,4}[-/.月]\d{1,2}日?[）)\]]?$/;
const BYLINE = /^[^（(【[]*记者/;
const LOST_MARK = /^[。，；！？、”’）》]{1,3}$/;
/** 正文：同志们： */
const TEXT_LABEL = /^[【[]?(?:正文|讲话内容|正文内容)(?:[】\]]\s*[：:]?|\s*[：:])\s*/;
const NUMBERED_OR_ANNEX = /^(?:[（(]?[一二三四五六七八九十]+[）)、]|附件)/;

/** The lines that are text or head, what the furniture said about the article, and the furniture. */
export interface WithoutFurniture {
  readonly lines: CleanLine[];
  readonly fields: Fields;
  readonly removed: Removal[];
}

/** Takes page furniture out of an article and reads what it says about title, date and speaker. */
export function dropFurniture(
  source: string,
  lines: readonly CleanLine[],
  wanted: ReadonlySet<string> = new Set(),
): WithoutFurniture {
  const kept: CleanLine[] = [];
  const removed: Removal[] = [];
  let fields: Fields = {};
  const drop = (line: CleanLine, reason: Removal['reason']) => {
    const text = sourceOfLine(source, line);
    if (wanted.has(text)) kept.push(line);
    else removed.push({ reason, text, line: line.number });
  };
  const texts = lines.map(line => line.text);
  const contents = findContents(texts);
  const pages = pageBreaks(lines);
  const end = Math.min(endNotesStart(texts, bearsFirstMark(source)), commentsStart(texts));
  const bottom = Math.min(end, relatedStart(lines));
  const counters = bareCounters(texts.slice(0, end));
  let isCut = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const isEdge = i < EDGE_LINES || i >= bottom - EDGE_LINES;
    const isContents = contents !== null && i >= contents.from && i < contents.to;
    if (pages.continued.has(i)) isCut = true;
    if (isContents || i >= bottom || counters.has(i) || pages.dropped.has(i)) {
      drop(line, 'furniture');
      continue;
    }
    const label = i <= EDGE_LINES ? (TEXT_LABEL.exec(line.text)?.[0].length ?? 0) : 0;
    if (label > 0) {
      kept.push(...behindLabel(source, line, label, removed, wanted));
      continue;
    }
    const said = readFields(line.text);
    const open = isEdge ? openLine(line.text) : null;
    if (open) {
      if (open.year) fields = { published: `${open.year}年`, ...fields };
      drop(line, 'metadata');
    } else if (said) {
      fields = { ...said, ...fields };
      drop(line, Object.keys(said).length > 0 ? 'metadata' : 'furniture');
    } else if (i >= lines.length - EDGE_LINES && isNoteAboutText(line.text)) {
      drop(line, 'metadata');
    } else if (isLostMark(line.text, kept.at(-1))) {
      kept.push(line);
    } else if (isFurniture(line.text, isEdge) || isScrap(lines, i)) {
      drop(line, 'furniture');
    } else if (isRelatedHeading(line.text)) {
      const links = linksEnd(lines, i);
      for (; i < links; i++) drop(lines[i]!, 'furniture');
      i = links - 1;
    } else {
      const found = trailerStart(line.text);
      // A byline below the title says who wrote.
      const start = found === 0 && i < EDGE_LINES && BYLINE.test(line.text) ? -1 : wholeOr(line.text, found, isEdge);
      if (start >= 0) fields = { ...trailerFields(line.text.slice(start)), ...fields };
      if (start === 0) drop(line, 'metadata');
      else {
        const whole = isCut ? { ...line, afterNoise: true, afterPage: true, afterBlankLine: false } : line;
        kept.push(start < 0 ? whole : withoutTrailer(source, whole, start, removed, wanted));
      }
    }
    isCut = false;
  }
  return { lines: kept, fields, removed };
}

/** A word of a menu that was copied with each of its words and strokes in a line of its own, or a link after `下一篇：`. */
function isScrap(lines: readonly CleanLine[], at: number): boolean {
  const before = lines[at - 1]?.text ?? '';
  const { text } = lines[at]!;
  if (NEXT_PAGE.test(before)) return isShort(text);
  return text.length <= LONGEST_SCRAP_UTF16 && MENU_STROKE.test(before) && MENU_STROKE.test(lines[at + 1]?.text ?? '');
}

/** Where the links to other articles begin with which a text ends; its length where there are none. */
function relatedStart(lines: readonly CleanLine[]): number {
  const start = lines.findIndex(({ text }, i) => isRelatedHeading(text) && linksEnd(lines, i) === lines.length);
  return start < 0 ? lines.length : start;
}

/** Where the list of links ends that begins with the heading at `from`: at the first line that reads like prose. */
function linksEnd(lines: readonly CleanLine[], from: number): number {
  let end = from + 1;
  while (end < lines.length && isShort(lines[end]!.text)) end++;
  if (end === lines.length || areTeasers(lines.slice(from + 1))) return lines.length;
  // Before more prose, headings of the article may be among the short lines.
  end = from + 1;
  while (isShort(lines[end]!.text) && LINK.test(lines[end]!.text)) end++;
  return end;
}

/** What others wrote and read, to the end: short lines between the few of some length, none as long as a paragraph may be. */
function areTeasers(lines: readonly CleanLine[]): boolean {
  const short = lines.filter(({ text }) => isShort(text)).length;
  return (
    short >= lines.length * SHARE_OF_SHORT &&
    !lines.some(({ text }) => text.length > LONGEST_TEASER_UTF16 || NUMBERED_OR_ANNEX.test(text))
  );
}

function isShort(line: string): boolean {
  if (line.length > LONGEST_LINK_UTF16 || NUMBERED_OR_ANNEX.test(line)) return false;
  return !isSentenceEnd(line.charCodeAt(line.length - 1)) || countHan(line) < SHORTEST_SENTENCE_HAN;
}

/** `（作者：李四，系青山县委书记）` says who wrote the text, `《人民日报》（2020年3月27日）` when it was printed. */
function trailerFields(trailer: string): Fields {
  const author = /作者\s*[：:][^，、\s]+/.exec(trailer)?.[0].replace(/[)）]$/, '') ?? '';
  const printed = /《[^《》]+》[\s（(]*/.test(trailer) ? parseDate(trailer) : null;
  return { ...readFields(author), ...(printed && { published: printed }) };
}

/** Where nothing but marks or furniture stands before a trailer, the line is all trailer: 首页 责编：李四. */
function wholeOr(line: string, start: number, isEdge: boolean): number {
  return start > 0 && isFurniture(line.slice(0, start).trim(), isEdge) ? 0 : start;
}

/** A 。 or ，and the like that was driven into a line of its own. */
function isLostMark(line: string, before: CleanLine | undefined): boolean {
  if (!before || !LOST_MARK.test(line) || !isOnlyMarks(line)) return false;
  return !/[。，；：！？、…]$/.test(before.text);
}

function withoutTrailer(
  source: string,
  line: CleanLine,
  start: number,
  removed: Removal[],
  wanted: ReadonlySet<string>,
): CleanLine {
  const trailer = sliceMapped(line, start, line.text.length);
  const text = sourceOfLine(source, { ...line, ...trailer });
  if (wanted.has(text)) return line;
  removed.push({ reason: 'metadata', text, line: line.number });
  return { ...line, ...sliceMapped(line, 0, start), text: line.text.slice(0, start).trimEnd() };
}

/** What stands behind the label that says that the text begins: nothing, where it has a line of its own. */
function behindLabel(
  source: string,
  line: CleanLine,
  length: number,
  removed: Removal[],
  wanted: ReadonlySet<string>,
): CleanLine[] {
  const text = sourceOfLine(source, sliceMapped(line, 0, length)).trim();
  if (wanted.has(text)) return [line];
  removed.push({ reason: 'metadata', text, line: line.number });
  return length === line.text.length ? [] : [{ ...line, ...sliceMapped(line, length, line.text.length) }];
}
