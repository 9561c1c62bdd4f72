import { parseDate } from '../article/metadata/dates/dates';
import { readHead } from '../article/metadata/head/head';
import { speakerInTitle } from '../article/metadata/occasion';
import { type OccasionName, occasionName } from './occasionName';

/** What the top of a draft says: which speech it is to be. */
export interface DraftHead {
  readonly title: string;
  readonly speaker: string | null;
  /** Of the title or the date below it; null where neither says one. */
  readonly year: number | null;
  readonly occasion: OccasionName;
}

/** So much of a draft is looked at; UTF-16 code units. */
export const HEAD_UTF16 = 600;
const HEAD_LINES = 12;

/**
 * Reads the title of a draft and what stands below it; null where it has none.
 *
 *     在2026年全县经济工作会议上的讲话
 *     （2026年1月5日）
 *     → { speaker: null, year: 2026, occasion: { name: '全县经济工作会议', genre: 'speech' } }
 */
export function draftHead(text: string): DraftHead | null {
  const lines = text
    .slice(0, HEAD_UTF16)
    .split(/\r\n?|\n/)
    .map(line => line.replace(/^#+\s*/, '').trim())
    .filter(line => line !== '')
    .slice(0, HEAD_LINES);
  const head = readHead(lines, { title: null });
  const title = head.title ?? begunTitle(lines[0] ?? '');
  if (title === null) return null;
  const date = parseDate(title) ?? head.date;
  return {
    title,
    // A name alone below the title of a draft is that of whoever will speak.
    speaker: head.speaker ?? head.author ?? speakerInTitle(title),
    year: date === null ? null : Number(date.slice(0, 4)),
    occasion: occasionName(title, head.occasion),
  };
}

const LONGEST_TITLE_UTF16 = 60;

/** The first line where nothing stands below it yet, or nothing that would tell: a title where it ends as titles do. */
function begunTitle(line: string): string | null {
  const isTitle =
    line.length <= LONGEST_TITLE_UTF16 && !/[，。；：！？]/.test(line) && occasionName(line).genre !== null;
  return isTitle ? line : null;
}
