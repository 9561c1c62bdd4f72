import { dateLine } from '../article/metadata/dates/dateLine';
import { isPersonName } from '../article/metadata/names';
import { parseMarker } from '../outline/marker';
import type { Role } from './paragraph';

/** Bodies that sign one document together are seldom more. */
const MOST_SIGNATURES = 4;
const LONGEST_SIGNATURE = 30;
const SENTENCE_MARK = /[。！？；：，、…!?;:,]/;
/** A date with gaps for its numbers: 〔年份〕年〔月〕月〔日〕日, 2026年 月 日. */
const DATE_TO_FILL =
  /^(?:〔[^〕]*〕|[\d×X〇○零一二三四五六七八九十])*\s*年\s*(?:〔[^〕]*〕|[\d×X一二三四五六七八九十])*\s*月\s*(?:(?:〔[^〕]*〕|[\d×X一二三四五六七八九十])*\s*日)?$/;
const BODY = /(?:委员会|政府|办公室|领导小组|指挥部|公司|学校|中心|协会|[委局厅部院处科站所])$/;

const isDate = (line: string) => !/^[（(]/.test(line) && (dateLine(line) !== null || DATE_TO_FILL.test(line));
const maySign = (line: string) =>
  line.length <= LONGEST_SIGNATURE && !SENTENCE_MARK.test(line) && parseMarker(line) === null;

/**
 * The roles of the lines that end a document, by index: who signs, and the date under it. Without a date only what names a
 * body or a person signs. `from` is the first line that may be among them; `lines` are not empty.
 */
export function endRoles(lines: readonly string[], from: number): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  let last = lines.length - 1;
  const isDated = last >= from && isDate(lines[last]!);
  if (isDated) roles.set(last--, 'date');
  for (; last >= from && roles.size < MOST_SIGNATURES + 1; last--) {
    const line = lines[last]!;
    if (!maySign(line) || !(isDated || BODY.test(line) || isPersonName(line))) break;
    roles.set(last, 'signature');
  }
  return roles;
}
