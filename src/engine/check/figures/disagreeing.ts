import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import type { Problem } from '../problem';
import { type Quantity, quantitiesOf, timeIn } from './quantities';

interface Placed {
  readonly line: DraftLine;
  readonly quantity: Quantity;
}

/** Values further apart are of different things. */
const FARTHEST = 1.5;

const HEADING = /^heading(\d)$/;

/**
 * The same quantity with two values: 粮食总产 12.6 万吨 … 12.8 万吨. The later one is told of, the first is named. What
 * stands under a heading that says when (二、2025年重点工作) is of then.
 */
export function disagreeingFigures({ spoken }: Draft): Problem[] {
  const bySubject = new Map<string, Placed[]>();
  const headings: { level: number; time: string }[] = [];
  for (const line of spoken) {
    const level = HEADING.exec(line.kind)?.[1];
    if (level !== undefined) {
      while (headings.length > 0 && headings.at(-1)!.level >= Number(level)) headings.pop();
      headings.push({ level: Number(level), time: timeIn(line.text) });
    }
    const section = headings.findLast(({ time }) => time !== '')?.time ?? '';
    for (const found of quantitiesOf(line)) {
      const quantity = found.time === '' ? { ...found, time: section } : found;
      const key = `${quantity.subject}\0${quantity.unit}\0${quantity.isGoal}`;
      bySubject.set(key, [...(bySubject.get(key) ?? []), { line, quantity }]);
    }
  }
  return [...bySubject.values()].flatMap(placed => {
    // What has three values is a heading that many things go by.
    if (new Set(placed.map(({ quantity }) => quantity.value)).size !== 2) return [];
    const [first, ...others] = placed;
    const other = others.find(one => one.quantity.value !== first!.quantity.value)!;
    return disagree(first!.quantity, other.quantity) ? [problemOf(first!, other)] : [];
  });
}

function disagree(a: Quantity, b: Quantity): boolean {
  if (a.time !== b.time && (a.unit === '%' || (a.time !== '' && b.time !== ''))) return false;
  if (a.scope !== b.scope && a.scope !== '' && b.scope !== '') return false;
  const ratio = Math.max(a.value, b.value) / Math.min(a.value, b.value);
  return ratio <= FARTHEST && !isRounded(a, b) && !isRounded(b, a);
}

/** Is `a` what `b` is in fewer digits? 12.6 of 12.63. */
function isRounded(a: Quantity, b: Quantity): boolean {
  const step = a.size / 10 ** a.digits;
  return Math.abs(a.value - b.value) <= step / 2 && b.value % step !== 0;
}

function problemOf(first: Placed, { line, quantity }: Placed): Problem {
  const at = first.line.line + 1;
  const { subject, text } = quantity;
  return {
    code: 'figures',
    ...spanIn(line, quantity.start, quantity.end),
    related: [spanIn(first.line, first.quantity.start, first.quantity.end)],
    message: {
      zh: `“${subject}”前后不一：这里是${text}，第 ${at} 行是${first.quantity.text}。请核对哪个对。`,
      en: `“${subject}” has two values: “${text}” here, “${first.quantity.text}” in line ${at}. Check which is right.`,
    },
  };
}
