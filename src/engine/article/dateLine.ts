import { parseDate } from './dates';
import { speakerOf } from './names';

const DATE_LINE =
  /^[（(]?\s*(?:[\u3400-\u9fff]{0,12}[，,\s])?(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}\s?日?)?月?|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)(?:\s?(?:上午|下午|晚|星期.|\d{1,2}:\d{2}(?::\d{2})?))*\s*([\u3400-\u9fff·\s]{0,24})[）)]?$/;

/** The date of a line that holds nothing else but perhaps a place or a name: `（2015年5月23日）`, `（2015年5月 李四）`. */
export function dateLine(line: string): { date: string; speaker: string | null } | null {
  if (line.length > 60) return null;
  const match = DATE_LINE.exec(line);
  const date = match ? parseDate(line) : null;
  if (!match || !date || date.length === 4) return null;
  const rest = match[1]!.trim();
  const isBracketed = /^[（(].*[）)]$/.test(line);
  const speaker = rest === '' ? null : speakerOf(rest);
  return rest === '' || speaker || isBracketed ? { date, speaker } : null;
}
