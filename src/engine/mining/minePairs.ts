import type { MemberSpan, Parallelism } from '../parallel/parallelism';
import { balanceOf, shapeOf } from '../parallel/shape';

/** Correlatives that a writer builds sentences on. Plain grammar (虽然…但是, 如果…就) is not among them. */
const PAIRS: readonly (readonly [opening: string, closing: string])[] = [
  ['既要', '又要'],
  ['既要', '也要'],
  ['既要', '还要'],
  ['既要', '更要'],
  ['既有', '又有'],
  ['既有', '也有'],
  ['既是', '也是'],
  ['既是', '又是'],
  ['既是', '更是'],
  ['不仅要', '还要'],
  ['不仅要', '更要'],
  ['不是', '而是'],
  ['不在于', '而在于'],
  ['不在', '而在'],
  ['不但要', '还要'],
  ['与其', '不如'],
  ['宁可', '也不'],
  ['宁可', '也要'],
  ['宁愿', '也不'],
  ['越是', '越要'],
  ['没有', '就没有'],
  ['一手抓', '一手抓'],
  ['少一些', '多一些'],
  ['一头连着', '一头连着'],
];

const LONGEST_SIDE = 24;
/** Least balance of the two sides in length: those of a figure of speech are about as long. */
const LEAST_BALANCE = 0.5;
const openers = [...new Set(PAIRS.map(([opening]) => opening))].sort((a, b) => b.length - a.length);
const side = `[^。！？；：，、\\n“”]{1,${LONGEST_SIDE}}`;
const closings = openers.map(opening => {
  const own = PAIRS.filter(pair => pair[0] === opening).map(([, closing]) => closing);
  return `${opening}(${side}?)([，、]?)(${own.join('|')})(${side})`;
});
/** Groups of four for each opener: first side, mark, closing, second side. */
const PATTERN = new RegExp(closings.join('|'), 'g');

interface PairMatch {
  readonly opening: string;
  readonly mark: string;
  readonly closing: string;
  readonly sides: readonly [string, string];
  readonly span: MemberSpan;
}

function matchesIn(text: string, paragraph: number): PairMatch[] {
  return [...text.matchAll(PATTERN)].flatMap(match => {
    const at = openers.findIndex((_, i) => match[4 * i + 1] !== undefined);
    const [first, mark, closing, second] = match.slice(4 * at + 1, 4 * at + 5) as [string, string, string, string];
    if (balanceOf([first.length, second.length]) < LEAST_BALANCE || first.length === 1) return [];
    const span = { paragraph, start: match.index, end: match.index + match[0].length };
    return [{ opening: openers[at]!, mark, closing, sides: [first, second] as const, span }];
  });
}

/** Correlative pairs that a text uses `least` times or more, one structure a pair: 既要……，又要……. */
export function minePairs(paragraphs: readonly string[], least: number): Parallelism[] {
  const byPair = new Map<string, PairMatch[]>();
  paragraphs.forEach((text, paragraph) => {
    for (const match of matchesIn(text, paragraph)) {
      const key = `${match.opening}${match.mark}${match.closing}`;
      const known = byPair.get(key);
      if (known) known.push(match);
      else byPair.set(key, [match]);
    }
  });
  return [...byPair.values()].flatMap(matches => {
    if (matches.length < least) return [];
    const { opening, mark, closing } = matches[0]!;
    const columns = [
      opening,
      matches.map(({ sides }) => sides[0]),
      mark + closing,
      matches.map(({ sides }) => sides[1]),
    ];
    const shape = shapeOf(columns, matches.length);
    return [
      { level: 'pair' as const, columns, spans: matches.map(({ span }) => span), shape, joint: '；', members: 1 },
    ];
  });
}
