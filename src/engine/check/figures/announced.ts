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
  return draft.spoken.flatMap((line, index) =>
    [...line.text.matchAll(ANNOUNCED)].flatMap(match => {
      const start = match.index;
      const end = start + match[0].length;
      const announced = announcedNumber(match[1]!);
      if (
        NOT_ANNOUNCED.test(line.text.slice(0, start)) ||
        line.quoted.some(span => span.start <= start && end <= span.end)
      )
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
