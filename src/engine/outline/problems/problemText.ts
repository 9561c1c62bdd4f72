import { engineLimits } from '../../limits';
import type { NumberingCode, NumberingProblem } from './problems';

/** In which problems of numbering are told. */
export type Language = 'zh-cn' | 'en';

type Describe = (found: string, expected: string | null) => string;

const MOST = engineLimits.outlineMarkers;

const TEXTS: Record<NumberingCode, Record<Language, Describe>> = {
  missing: {
    'zh-cn': (found, expected) => `序号不连续：“${found}”前应有“${expected}”。`,
    en: (found, expected) => `A number is missing: “${expected}” should come before “${found}”.`,
  },
  repeated: {
    'zh-cn': (found, expected) => `序号重复：“${found}”应为“${expected}”。`,
    en: (found, expected) => `“${found}” stands twice; this one should be “${expected}”.`,
  },
  'out-of-order': {
    'zh-cn': (found, expected) => `序号顺序有误：“${found}”应为“${expected}”。`,
    en: (found, expected) => `“${found}” is out of order; it should be “${expected}”.`,
  },
  'mixed-series': {
    'zh-cn': (found, expected) => `序数词混用：“${found}”应与前后一致，改为“${expected}”。`,
    en: (found, expected) => `“${found}” mixes two ways of counting; the others here ask for “${expected}”.`,
  },
  'mixed-level': {
    'zh-cn': (found, expected) =>
      `层次混用：“${found}”与所在层次不符，${expected === null ? '请改用本层的序号' : `应为“${expected}”`}。`,
    en: (found, expected) =>
      `“${found}” does not fit this level; ${expected === null ? 'change it, or take it away' : `use “${expected}”`}.`,
  },
  alone: {
    'zh-cn': found => `只有“${found}”，没有下一项。补上下一项，或去掉序号。`,
    en: found => `“${found}” has nothing to follow it. Add the next point, or take the number away.`,
  },
  doubled: {
    'zh-cn': (found, expected) => `两个序号连在一起：“${found}”应为“${expected}”。`,
    en: (found, expected) => `Two numbers before one heading: “${found}” should be “${expected}”.`,
  },
  unread: {
    'zh-cn': found => `序号太多，只看前 ${MOST} 个：“${found}”之后的不再检查，也不列入提纲。请把草稿分成几个文件。`,
    en: found =>
      `Too many numbers: the first ${MOST} are looked at, those behind “${found}” are neither checked nor in the outline. Please split the draft.`,
  },
};

/** A marker as a sentence speaks of it: without the comma that leads on to the point (`第三，` → `第三`). */
export function spokenOf(marker: string): string {
  return marker.trim().replace(/[，,：:]$/, '');
}

/** One sentence that says what is wrong and what to do: `序号重复：“二是”应为“三是”。` */
export function describeProblem({ code, found, expected }: NumberingProblem, language: Language): string {
  return TEXTS[code][language](spokenOf(found), expected === null ? null : spokenOf(expected));
}
