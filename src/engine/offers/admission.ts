import type { Draft } from '../complete/request';
import { particularsOf } from '../skeleton/particulars/particulars';

/** What every draft of its years says: 党的二十大, “十四五”. */
const COMMON: ReadonlySet<string> = new Set(['会议', '规划期']);
const NO_PLACES: ReadonlySet<string> = new Set();
/** A rank or an office behind a name that is no common word: 青禾县, 沿河镇党委. */
const PLACE =
  /(?<![全各我本该贵每])[\u4e00-\u9fff]{2,3}(?:省|自治区|自治州|[^城超股楼门街上夜集菜早闹股今开入立]市(?![场民级域容貌值])|[^全各我本该贵郡强兴富大小穷困老新治立带乡]县(?![域级委政城处长]))/;
/** A sum with its measure. */
const MEASURE =
  /(?:百分之|[〇零一二三四五六七八九十百千万亿两]{2,}[余多]?(?:元|亩|公里|吨|户|家|人|名|平方|个百分点|余))/;

/**
 * What may stand in a list, beside what the phrases themselves decide: no facts of other places, unless the draft has them too,
 * and nothing that the writer has banished.
 *
 *     admission({ before: '…' }, [])('上市公司达262家') → false
 */
export function admission({ before, after = '' }: Draft, banished: readonly string[]): (text: string) => boolean {
  const draft = before + after;
  const isKnown = (fact: string) => draft.includes(fact);
  const core = (text: string) => text.replace(/[，、；：。！？]$/, '');
  const tail = before.slice(-LONGEST_ROW);
  return text =>
    particularsOf(text, NO_PLACES).every(({ name, text: fact }) => COMMON.has(name) || isKnown(fact)) &&
    [PLACE, MEASURE].every(pattern => {
      const fact = pattern.exec(text)?.[0];
      return fact === undefined || isKnown(fact);
    }) &&
    !banished.some(row => isBanished(core(row), tail, core(text)));
}

const LONGEST_ROW = 40;

/** Is a row the banished one? It may have begun before the cursor: of 高质量发展, 质量发展 is left at `推动高|`. */
function isBanished(row: string, tail: string, text: string): boolean {
  return text.length <= row.length && row.endsWith(text) && (tail + text).endsWith(row);
}
