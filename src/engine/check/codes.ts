import type { Bilingual } from '../text/bilingual';
import type { CheckCode } from './problem';

/** How loudly a problem is told. */
export type Severity = 'warning' | 'information' | 'hint';

/** A kind of problem. */
export interface CheckKind {
  readonly code: CheckCode;
  readonly severity: Severity;
  /** As a list of checks names it. */
  readonly name: Bilingual;
  /** Told while the writer writes, without being asked; the command checks all. Few: what is wrong beyond doubt. */
  readonly whileWriting: boolean;
}

/**
 * Every check there is. A wrong number, an open quotation mark and a wording that the writer's own list forbids are wrong
 * whoever looks; what is the same, long or taken over is for the writer to judge, so it waits until they ask.
 */
export const CHECKS: readonly CheckKind[] = [
  {
    code: 'overlap',
    severity: 'information',
    whileWriting: false,
    name: { zh: '与语料重合', en: 'Taken from an article' },
  },
  {
    code: 'leftover',
    severity: 'warning',
    whileWriting: false,
    name: { zh: '残留的他处信息', en: 'Left over from elsewhere' },
  },
  {
    code: 'quotation',
    severity: 'warning',
    whileWriting: false,
    name: { zh: '引文与出处不一致', en: 'Quotation not exact' },
  },
  {
    code: 'figures',
    severity: 'warning',
    whileWriting: true,
    name: { zh: '数字前后不一致', en: 'Figures that disagree' },
  },
  { code: 'terms', severity: 'warning', whileWriting: true, name: { zh: '提法', en: 'Wording' } },
  { code: 'echo', severity: 'hint', whileWriting: false, name: { zh: '用词重复', en: 'The same word again' } },
  { code: 'pairs', severity: 'warning', whileWriting: true, name: { zh: '标点不成对', en: 'Unpaired mark' } },
  { code: 'width', severity: 'information', whileWriting: true, name: { zh: '半角标点', en: 'Half-width mark' } },
  { code: 'numbering', severity: 'warning', whileWriting: true, name: { zh: '序号', en: 'Numbering' } },
  { code: 'title', severity: 'warning', whileWriting: false, name: { zh: '人名职务不一致', en: 'Names and offices' } },
  { code: 'repeat', severity: 'information', whileWriting: false, name: { zh: '句子重复', en: 'Sentence repeated' } },
  { code: 'long', severity: 'hint', whileWriting: false, name: { zh: '句子过长', en: 'Long sentence' } },
  { code: 'opening', severity: 'hint', whileWriting: false, name: { zh: '开头雷同', en: 'The same opening' } },
];

const byCode = new Map(CHECKS.map(kind => [kind.code, kind]));

/** The row of a code in `CHECKS`. */
export function checkKind(code: CheckCode): CheckKind {
  return byCode.get(code)!;
}
