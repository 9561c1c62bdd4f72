import type { Span } from '../../text/sentences';
import type { DraftLine } from '../draft/draft';
import { UNIT } from './units';

/** A quantity of a text: what is measured, and its value. `粮食总产达到12.6万吨` → 粮食总产, 126000, 吨. */
export interface Quantity extends Span {
  /** What is said to have the value, without what says for whom (全县): 粮食总产. */
  readonly subject: string;
  /** What goes before it in its paragraph and says of when it holds: 2024年, 去年. Empty where nothing does. */
  readonly time: string;
  /** What is to be reached, not what is: 12.8万吨的目标. */
  readonly isGoal: boolean;
  /** 县 of 全县; empty where nothing says so. */
  readonly scope: string;
  readonly value: number;
  readonly unit: string;
  /** As written: 12.6万吨. */
  readonly text: string;
  /** How many digits behind the point, in the size it is written in. */
  readonly digits: number;
  readonly size: number;
}

const SIZES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};
const NUMBER = new RegExp(
  `(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(万亿|千万|百万|亿|万|千|百)?(${UNIT})(余|多|以上|以下|以内|左右|上下)?`,
  'g',
);
/** Says that what stands before has the value behind. */
const HAS =
  /(?:现有|共有|现|已经|已|仍然|仍|还|只|都|均|预计|预期|可|将|累计|共|总共|全部|约|大约|近|超过|突破|达到|达|为|是|有|实现|完成|增加到|增至|提高到|增长|下降|提高)+$/;
const ABOUT = /(?:约|近|超|超过|突破|不低于|不少于|力争|预计|预期|目标|以上|计划)$/;
/** A goal may differ from what has been reached: 12.8万吨的目标. */
const GOAL = /^的?[\u4e00-\u9fff]{0,4}(?:目标|任务|指标|预期|底线|红线)/;
/** Changes are of many kinds (on the year, on the month), and so may have many values. */
const CHANGE = /同比|环比|比(?!例)|较|由|从|净增|每|人均|平均|其中|分别|之一|占(?!地)|翻|第$|上升|降至|减少/;
const SCOPE = /^(?:今年|全年)?(?:全|我|本)(省|市|县|区|州|旗|镇|乡|村|国)/;
const TIME =
  /(?:(?:19|20)\d\d年(?:\d{1,2}月)?|[今去前明]年|上年|“[^”]{2,4}”(?:期间|时期|末)?|[一二三四]季度|上半年|下半年|\d{1,2}月份?|[一二三四五六七八九十]+年(?:前|来|间)|年[底初](?![定提确计部制下]))/g;
/** Who has counted is no part of what was counted: 统计局上报的…. */
const REPORTED = /^.*(?:(?:统计|上报|报来|公布|核定|测算|汇总)的|[报的](?:数字?|数据|情况|结果|口径)(?:是|为))(?=.{4})/;
/** Said of one project after another. */
const GENERIC =
  /^(?:涉及|到位|落实|争取|下达|拨付|筹集|安排|新增|追缴|补发|总|计划|完成|概算|累计|年|预计|已|日|月)*(?:投资|产值|面积|建筑面积|占地面积|占地|规模|产量|产能|收入|资金|长度|人数|数量|人口|户数|里程|总量|总额|总数|金额|贷款|补助|共|其中|合计)+$/;
/** What is named in fewer letters may be anything, unless it is said for whom: 全县播种. */
const LEAST_SUBJECT = 4;
const LEAST_WITH_SCOPE = 2;
const MOST_SUBJECT = 16;

/** The quantities of a line of which is said what they measure: one a clause, the first. */
export function quantitiesOf({ text }: Pick<DraftLine, 'text'>): Quantity[] {
  const found: Quantity[] = [];
  for (const clause of text.matchAll(/[^，；。：、！？（）“”]+/g)) {
    const [match] = clause[0].matchAll(NUMBER);
    if (!match) continue;
    const before = clause[0].slice(0, match.index);
    const named = before.replace(HAS, '');
    const time = timeIn(text.slice(0, clause.index + match.index));
    const rest = named.replace(TIME, '').replace(REPORTED, '');
    const scope = SCOPE.exec(rest)?.[1] ?? '';
    const subject = rest.replace(SCOPE, '').replace(/^的|的$/g, '');
    const [all, digits = '', size = '', unit = '', more] = match;
    if (more || ABOUT.test(before) || CHANGE.test(before) || GENERIC.test(subject)) continue;
    if (
      subject.length < (scope ? LEAST_WITH_SCOPE : LEAST_SUBJECT) ||
      subject.length > MOST_SUBJECT ||
      !/^[\u4e00-\u9fff]+$/.test(subject)
    )
      continue;
    const plain = digits.replaceAll(',', '');
    found.push({
      start: clause.index + match.index,
      end: clause.index + match.index + all.length,
      subject: unit === '%' || unit === '％' ? subject + (HAS.exec(before)?.[0] ?? '') : subject,
      isGoal: GOAL.test(clause[0].slice(match.index + all.length)),
      time,
      scope,
      value: Number(plain) * (SIZES[size] ?? 1),
      unit,
      text: all,
      digits: plain.split('.')[1]?.length ?? 0,
      size: SIZES[size] ?? 1,
    });
  }
  return found;
}

/** The last that a text says of when something holds; empty where it says nothing. */
export function timeIn(text: string): string {
  return [...text.matchAll(TIME)].at(-1)?.[0] ?? '';
}
