import { type MemberList, memberListSteps } from '../../outline/memberLists';
import type { Steps } from '../../steps';
import { parseChinese } from '../../text/chineseNumber';
import type { Span } from '../../text/sentences';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import type { Problem } from '../problem';

/** What is announced to be told one by one: 三件事, 四个方面, 三点意见. */
const COUNTED =
  '件(?:大|实|好|具体|重要)?事(?:情|项)?|(?:个)?方面(?:的)?(?:工作|内容|问题|意见|要求|任务|体会|情况)?|点(?:意见|要求|希望|建议|体会|看法|认识|想法|感受|说明|工作|具体要求)?|项(?:重点|主要|具体)?(?:工作|任务|措施|举措|要求|重点|内容|原则)|条(?:意见|要求|建议|措施|经验|原则|主线)?|句话|个(?:重点|主要|突出|关键|具体)?(?:问题|重点|关键|环节|要点|特点|原因|任务|目标|坚持|结合|关系|到位|突破|转变|着力点|抓手|原则|层面|步骤|要求|层次|关口)|大(?:任务|重点|行动|工程|优势|原则|举措|目标|问题)|步(?:走)?';
const ANNOUNCED = new RegExp(
  `(?<![一二三四五六七八九十\\d“])(十[一二三四五]?|[二两三四五六七八九]|[2-9])(?:${COUNTED})(?=[：，。；]|——|$)`,
  'g',
);
/** 两手抓 and the like count what follows no more than 不止三点 does. */
const NOT_HERE = /(?:不止|不仅|超过|至少|以上|这|那|上述|前|以上|另外|其他|其余|落实好?|坚持|第)$/;
/** From the announcement to its first point. */
const BETWEEN = /^[：，。；]?(?:——)?(?:即|就是|主要是|具体来说|概括起来|归纳起来)?[：，]?$/;

/** A number announced that is not the number of points that follow: 三件事 with 一是 and 二是; 三件事：修路、引水。 */
export function* announcedFigures(draft: Draft): Steps<Problem[]> {
  const texts = draft.read.map(({ text }) => text);
  const lists = yield* memberListSteps(texts);
  return draft.spoken.flatMap((line, index) =>
    [...line.text.matchAll(ANNOUNCED)].flatMap(match => {
      const start = match.index;
      const end = start + match[0].length;
      const announced = numberOf(match[1]!);
      if (NOT_HERE.test(line.text.slice(0, start)) || line.quoted.some(span => span.start <= start && end <= span.end))
        return [];
      const next = draft.spoken[index + 1];
      const counted = listBehind(line, end, lists, next) ?? enumerated(line.text, end);
      if (counted === null || counted.includes(announced)) return [];
      // Who is still writing has the others before them, in the next line, too.
      const openUntil = counted[0]! < announced ? texts.length : undefined;
      return [{ ...problemOf(line, { start, end }, match[0], counted[0]!), openUntil }];
    }),
  );
}

function numberOf(text: string): number {
  return text === '两' ? 2 : (parseChinese(text) ?? Number(text));
}

/** The number of points of the list that begins right behind, in the paragraph or in the next one. */
function listBehind(
  line: DraftLine,
  end: number,
  lists: readonly MemberList[],
  next: DraftLine | undefined,
): number[] | null {
  const rest = line.text.slice(end);
  for (const { members } of lists) {
    const first = members[0]!;
    if (first.marker.number !== 1) continue;
    const isHere =
      first.paragraph === line.line && first.start >= end && BETWEEN.test(line.text.slice(end, first.start));
    const isNext = next !== undefined && first.paragraph === next.line && first.start === 0 && BETWEEN.test(rest);
    if (isHere || isNext) return [members.length];
  }
  return null;
}

/** How many things a plain enumeration behind a colon has; what may be one thing or two gives both numbers. Null where it is not plain. */
function enumerated(text: string, end: number): number[] | null {
  if (text[end] !== '：') return null;
  const tail = /^[^。；！？]*/.exec(text.slice(end + 1))![0];
  if (!tail.includes('、') || /[，：“”（）]/.test(tail) || /^.{0,2}[一第]/.test(tail)) return null;
  const items = tail.split('、');
  if (items.some(item => item.length < 2 || item.length > 12 || /[等是有]/.test(item))) return null;
  const joined = items.filter(item => /[和与及]/.test(item)).length;
  return Array.from({ length: joined + 1 }, (_, more) => items.length + more);
}

function problemOf(line: DraftLine, { start, end }: Span, found: string, counted: number): Problem {
  return {
    code: 'figures',
    ...spanIn(line, start, end),
    message: {
      zh: `说的是“${found}”，后面列了 ${counted} 项。`,
      en: `${found} is announced, ${counted} follow.`,
    },
  };
}
