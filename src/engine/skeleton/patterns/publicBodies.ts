import type { Particular } from '../particulars/particulars';
import { CHARGE, MINISTRY, OTHERS, RANK } from './bodyNames';

const PATTERNS = [
  `${RANK}(?:委|政府)?(?:${CHARGE})(?:局|厅|署|委员会|委(?!托|任|派)|办公室|办(?![好实理事公学成得法])|总队|支队|大队|中心)`,
  `${RANK}委?(?:${OTHERS})`,
  `(?:中国)?(?:人民|工商|农业|建设|交通|邮政储蓄|农商|农村商业|农发|招商|民生|光大|浦发|国家开发)银行(?:[省市县区]?(?:分行|支行))?`,
  `武警[^，。、]{1,6}?(?:部队|部|支队|中队|大队)`,
  `中共[^，。、]{2,5}[省市县区镇乡]委(?:员会)?`,
  `团[省市县区州]委|共青团[^，。、]{1,4}委(?:员会)?`,
  `(?<![\\u4e00-\\u9fff])(?:${CHARGE})(?:局|厅)(?![面部])`,
  `(?:${MINISTRY})部(?![门署分长队队级件])`,
].map(source => new RegExp(source, 'g'));
/** 全县公安, 我市教育: a rank that is no beginning of a name. */
const NO_RANK = /[全我本各该外]$/;

/**
 * Authorities, courts and associations: what they are called is the same in every county, so that a list of what they are in charge
 * of tells them. `刚才，县卫生健康局作了发言` → 县卫生健康局. A place in front of the rank is theirs: 青禾县财政局.
 */
export function publicBodies(text: string, places: ReadonlySet<string>): Particular[] {
  return PATTERNS.flatMap(pattern =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: body }) => {
      const before = text.slice(Math.max(0, index - 4), index);
      if (NO_RANK.test(before)) return [];
      const place = [...places].find(name => before.endsWith(name)) ?? '';
      const start = index - place.length;
      const end = index + body.length;
      return [{ start, end, name: '单位', text: text.slice(start, end) }];
    }),
  );
}
