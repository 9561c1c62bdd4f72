import type { Candidate } from '../candidates/candidates';
import { headOf } from '../forms/heads';
import { DOES } from './wholeName';

/** 孟连|至|勐阿高速公路: what lies between two places is named after both. */
const BETWEEN = /^[至到—-]$/;
const WAY = /(?:高速|公路|铁路|高铁|线路|路|线|段|航道|通道)$/;
/** 云盘山|抽水|蓄能电站: one word more. */
const ONE_WORD = /^[\u4e00-\u9fff]{2}$/;
/** 中国|茶叶流通协会, 国网|江孜供电公司: whose it is, before a body. */
const OWNER = /(?:中国|国家|国网|国营|全国|世界|全球|中央|中共)$/;
const BODY = /^(?:authority|firm|school)$/;
/** 去年|腊月, 去年|“寒潮夜”: which year is part of the date, and of what happened. */
const YEAR = /[去前]年$/;
/** 全省|“最美税务人”. */
const WHOLE = /[去前]年$|全[国省市县]$/;

/** Neighbours that are one name, or one date with its year, as one span. */
export function joined(spans: readonly Candidate[], text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    const start =
      last && isOneName(last, span, text) ? last.start : span.start - lengthBefore(span, text, last?.end ?? 0);
    if (last && start === last.start) found.pop();
    found.push(start === span.start ? span : { ...span, start, text: text.slice(start, span.end) });
  }
  return found;
}

const isName = ({ kind }: Candidate): boolean => kind === 'name' || kind === 'form';

function isOneName(left: Candidate, right: Candidate, text: string): boolean {
  if (!isName(left) || !isName(right)) return false;
  const between = text.slice(left.end, right.start);
  if (BETWEEN.test(between)) return WAY.test(right.text);
  return ONE_WORD.test(between) && !DOES.test(between) && (headOf(right.text)?.length ?? 0) > 1;
}

/** Length of what belongs to a span and stands before it, in UTF-16 code units. */
function lengthBefore(span: Candidate, text: string, from: number): number {
  const before = text.slice(Math.max(from, span.start - 2), span.start);
  if (span.kind === 'date' || span.certain === '日期') return YEAR.exec(before)?.[0].length ?? 0;
  if (/^“/.test(span.text)) return WHOLE.exec(before)?.[0].length ?? 0;
  if (!isName(span) || !BODY.test(headOf(span.text)?.kind ?? '')) return 0;
  return OWNER.exec(before)?.[0].length ?? 0;
}
