import { type Draft, spanIn } from '../draft/draft';
import type { Problem } from '../problem';
import { UNIT } from './units';

/** Sums are of what is written in one size: 8.6亿元 of 亿元. */
const SIZED = `(?:万亿|[亿万千百])?(?:${UNIT})`;
const PART = new RegExp(`(\\d+(?:\\.\\d+)?)(${SIZED})`, 'g');
/** A total, and what leads on to its parts. Behind 其中 not all of them need stand. */
const TOTAL = new RegExp(
  `(\\d+(?:\\.\\d+)?)(${SIZED})[\\u4e00-\\u9fff]{0,8}(，其中：?|，包括|：|，分别(?:是|为)：?|（其中：?|（)`,
  'g',
);
/** Nobody lists parts in more UTF-16 code units. */
const LONGEST = 200;
/** What stands between parts that are added: a name each. */
const BETWEEN = /^[\u4e00-\u9fffA-Za-z“”]{0,12}$/;

/** Parts that do not make the whole they are listed under: 12个，其中村级7个、镇级6个. */
export function sumFigures({ spoken }: Draft): Problem[] {
  return spoken.flatMap(line =>
    [...line.text.matchAll(TOTAL)].flatMap(match => {
      const [all, total = '', unit = '', lead = ''] = match;
      const from = match.index + all.length;
      const list = /^[^。；）]*/.exec(line.text.slice(from, from + LONGEST))![0];
      const parts = partsOf(list, unit);
      if (parts.length < 2) return [];
      const sum = round(parts.reduce((left, part) => left + part, 0));
      const isWhole = !lead.includes('其中');
      const whole = Number(total);
      if (isWhole ? sum === whole : sum <= whole) return [];
      // Far less is no list of all parts, whatever leads on to it.
      if (sum < whole * 0.8) return [];
      return [
        {
          code: 'figures',
          ...spanIn(line, match.index, match.index + total.length + unit.length),
          message: {
            zh: `合计是 ${total}${unit}，后面各项加起来是 ${sum}${unit}。请核对。`,
            en: `The total is “${total}${unit}”; the parts listed make “${sum}${unit}”. Check them.`,
          },
        },
      ];
    }),
  );
}

/** Values of the parts, each with its name before it and a comma between; nothing where something else stands there. */
function partsOf(list: string, unit: string): number[] {
  const parts: number[] = [];
  // Where marks of enumeration part them, a comma ends them.
  const ends = /^[^，]*、/.test(list);
  for (const piece of ends ? list.split('，')[0]!.split(/[、和]/) : list.split(/[，和]/)) {
    const [match, another] = piece.matchAll(PART);
    if (!match || another || match[2] !== unit) break;
    if (!BETWEEN.test(piece.slice(0, match.index)) || /[占增减比较达]/.test(piece)) break;
    parts.push(Number(match[1]));
  }
  return parts;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;
