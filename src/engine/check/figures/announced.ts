import { ANNOUNCED, announcedNumber, NOT_ANNOUNCED } from '../../outline/announcedCount';
import { type MemberList, memberListSteps } from '../../outline/memberLists';
import type { Steps } from '../../steps';
import type { Span } from '../../text/sentences';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import type { Problem } from '../problem';

/** From the announcement to its first point. */
const BETWEEN = /^[：，。；]?(?:——)?(?:即|就是|主要是|具体来说|概括起来|归纳起来)?[：，]?$/;

/** A number announced that is not the number of points that follow: 三件事 with 一是 and 二是; 三件事：修路、引水。 */
export function* announcedFigures(draft: Draft): Steps<Problem[]> {
  const texts = draft.read.map(({ text }) => text);
  const lists = yield* memberListSteps(texts);
  return draft.spoken.flatMap((line, index) => [
    ...namedByNumber(line),
    ...[...line.text.matchAll(ANNOUNCED)].flatMap(match => {
      const start = match.index;
      const end = start + match[0].length;
      const announced = announcedNumber(match[1]!);
      if (
        NOT_ANNOUNCED.test(line.text.slice(0, start)) ||
        line.quoted.some(span => span.start <= start && end <= span.end)
      )
        return [];
      const next = draft.spoken[index + 1];
      const counted =
        listBehind(line, end, lists, next) ??
        enumerated(line.text, end) ??
        measured(draft, index, end, line.text[start + match[1]!.length]!);
      if (counted === null || counted.includes(announced)) return [];
      // Who is still writing has the others before them, in the next line, too.
      const openUntil = counted[0]! < announced ? texts.length : undefined;
      return [{ ...problemOf(line, { start, end }, match[0], counted[0]!), openUntil }];
    }),
  ]);
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
  if (/[：“”（）]/.test(tail) || /^.{0,2}[一第]/.test(tail)) return null;
  const mark = tail.includes('、') ? '、' : '，';
  const items = tail.split(mark);
  if (items.length < 2 || items.some(item => item.length > 12 || /[，等是有]/.test(item))) return null;
  // 推、拖、绕 is a list, and so is 通下水，修外墙，装路灯: all of one length. Else commas part clauses.
  const isEven = items.every(item => item.length === items[0]!.length);
  if (
    mark === '，' ? !isEven || items.length < 3 || items[0]!.length > 6 : !isEven && items.some(item => item.length < 2)
  )
    return null;
  const joined = items.filter(item => /[和与及]/.test(item)).length;
  return Array.from({ length: joined + 1 }, (_, more) => items.length + more);
}

const ORDINALS = '一二三四五六七八九十';

/**
 * How many are told one by one by the measure word of the announcement: 三样东西：一样是…，一样是…; 三点。 with 第一点 … 第四点, which may have
 * a paragraph each.
 */
function measured({ spoken }: Draft, index: number, end: number, measure: string): number[] | null {
  const here = spoken[index]!.text.slice(end);
  const each = here.split(new RegExp(`(?<=^|[：，；。])一${measure}(?:就是|是|叫|要|为)`)).length - 1;
  if (each >= 2) return [each];
  const first = new RegExp(`^[：，。；]?第一${measure}`);
  const isHere = first.test(here);
  if (!isHere && !(BETWEEN.test(here) && first.test(spoken[index + 1]?.text ?? ''))) return null;
  const text = [here, ...spoken.slice(index + 1).map(line => line.text)].join('\n');
  let count = 1;
  while (count < ORDINALS.length && new RegExp(`(?:^|[：，。；\\n])第${ORDINALS[count]}${measure}`).test(text)) count++;
  return count >= 2 ? [count] : null;
}

/** “五查” is five that are told as 一查…，二查…: what is named by how many it has. */
const NAMED = /“([二两三四五六七八九十])([\u4e00-\u9fff])”/g;
/** From the name to its first part. */
const LEAD_ON = 12;

function namedByNumber(line: DraftLine): Problem[] {
  return [...line.text.matchAll(NAMED)].flatMap(({ index, 0: name, 1: number = '', 2: what = '' }) => {
    const end = index + name.length;
    const rest = line.text.slice(end);
    const first = rest.search(new RegExp(`(?<=^|[：，。；])[一首]${what}`));
    if (first < 0 || first > LEAD_ON) return [];
    let count = 1;
    while (count < ORDINALS.length && rest.includes(ORDINALS[count]! + what)) count++;
    if (count < 2 || count === announcedNumber(number)) return [];
    return [problemOf(line, { start: index, end }, name, count)];
  });
}

function problemOf(line: DraftLine, { start, end }: Span, found: string, counted: number): Problem {
  const said = found.replace(/[“”]/g, '');
  return {
    code: 'figures',
    ...spanIn(line, start, end),
    message: {
      zh: `说的是“${said}”，后面列了 ${counted} 项。请改数目，或增减各项。`,
      en: `“${said}” is announced, ${counted} follow. Change the number, or the points.`,
    },
  };
}
