import { DAY_OR_MONTH, parseDate } from './dates/dates';

const LONGEST_UTF16 = 240;
const ADOPTED = new RegExp(
  `^(?:根据)?(${DAY_OR_MONTH})[，,\\s]*[^。；！？]{4,220}(?:通过|批准|公布|发布|修订|修正)[）)]?(?:[，,\\s]*自(?:发布|公布)之日起施行)?$`,
);
const IN_FORCE = new RegExp(`^自?${DAY_OR_MONTH}[，,\\s]*起?(?:施行|生效|实施)$`);
const BODY = /会议|委员会|大会|国务院|人民政府|公告|第\d+号令?|令第/;

/**
 * The day in a line below the title of a law or a resolution that says who adopted it, without brackets; null for other lines.
 *
 * @example adoptedOn('2015年3月2日云溪县第八届人民代表大会第五次会议通过') // '2015-03-02'
 */
export function adoptedOn(line: string): string | null {
  const day = line.length <= LONGEST_UTF16 && BODY.test(line) ? ADOPTED.exec(line)?.[1] : undefined;
  return day === undefined ? null : parseDate(day);
}

/** `2015年5月1日起施行`: when a law begins to hold, which is no date of its text. */
export function isInForceFrom(line: string): boolean {
  return IN_FORCE.test(line);
}
