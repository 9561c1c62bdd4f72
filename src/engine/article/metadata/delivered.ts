import { DAY_OR_MONTH, parseDate, RANGE_REST } from './dates/dates';
import { speakerBeforeOccasion } from './names';

/** What a line below a title says of how the text was delivered. */
export interface Delivered {
  /** ISO 8601; null where the line has no day. */
  readonly date: string | null;
  readonly occasion: string;
  readonly speaker: string | null;
  /** The line says nothing else: it is no sentence of the text. */
  readonly isWhole: boolean;
}

const GENRE = '讲话|发言|致辞|致词|报告|主持词|党课|演讲|讲稿|汇报|说明|总结|表态|祝词|贺词';
const LONGEST_UTF16 = 140;
const DAY_FIRST = new RegExp(`^(${DAY_OR_MONTH}${RANGE_REST}?)[，,\\s]*`);
const DAY_LAST = new RegExp(
  `[，,\\s]*[（(]?\\s*(${DAY_OR_MONTH}${RANGE_REST}?)(?:[，,\\s][^（）()]{1,20})?\\s*[)）]?$`,
);
const BODY = new RegExp(
  `^([^。；！？]{0,40}?)[，,\\s]*在([^。；！？，]{4,60}?)(?:上|时|期间)((?:的[^。；！？，]{0,8}?)?(?:${GENRE})(?:[（(]?(?:摘要|节选|全文|提纲|要点|摘登)[）)]?)?)?[，,\\s]*(?:([^。；！？，]{2,40}?)(作[^。；！？，]{0,6}工作报告)?)?$`,
);

/**
 * Reads `——2015年1月14日在县第十届人民代表大会第三次会议上`, `县长 李四在…会议上的讲话（2015年1月14日）` and the like: a line that
 * says on what occasion, and when or who. Null for any other line.
 */
export function readDelivered(line: string): Delivered | null {
  if (line.length > LONGEST_UTF16 || !line.includes('在')) return null;
  let text = line.trim();
  const ends = /[。]$/.test(text);
  text = text.replace(/^[—–─\-\s]+/, '').replace(/[。]$/, '');
  if (/^[（(][^（）()]*[）)]$/.test(text)) text = text.slice(1, -1).trim();
  const first = DAY_FIRST.exec(text);
  if (first) text = text.slice(first[0].length);
  const last = first ? null : DAY_LAST.exec(text);
  if (last) text = text.slice(0, last.index);
  const match = BODY.exec(text);
  if (!match) return null;
  const [, before = '', occasion, genre, after = '', sentence] = match;
  const date = parseDate(first?.[1] ?? last?.[1] ?? '');
  const [speakerBefore, speakerAfter] = [speakerBeforeOccasion(before), speakerBeforeOccasion(after)];
  const speaker = speakerBefore ?? speakerAfter;
  if (date === null && speaker === null) return null;
  const saysMore = (before !== '' && !speakerBefore) || (after !== '' && !speakerAfter);
  // A sentence that goes on reports: its day may still be that of the text, its people need not be speaking.
  if (saysMore && (date === null || before !== '')) return null;
  const isSubtitle = /^[—–─]/.test(line.trim()) && first === null && before === '' && genre !== undefined;
  return {
    date,
    occasion: occasion!.trim(),
    speaker: saysMore ? null : speaker,
    isWhole: !(ends && (sentence || before !== '')) && !saysMore && !isSubtitle,
  };
}
