import type { Particular } from '../../skeleton/particulars/particulars';
import type { Span } from '../../text/sentences';

/** A particular that everybody may say: it is replaced by what the draft has in its place, and else stays. */
export interface Replaceable extends Particular {
  readonly isLoose?: boolean;
}

const RANK = '省市县区州旗镇乡村';
const BODY = `(?:[${RANK}]委|党委|党组|党工委|纪委|[${RANK}]政府|人大常委会|人大|政协|支部|党支部)`;
const HEAD = `(?:[${RANK}]长|书记|主任|部长|局长|厅长|主席|校长|院长|所长|秘书长|站长|董事长|总经理)`;
const OFFICE = new RegExp(`${BODY}?(?:常务)?副?${HEAD}(?![制们])`, 'g');
/** 全县, 我市, 县委: of which rank the place is. */
const OWN_RANK = new RegExp(`[全我本][${RANK}](?![级域场民直])|(?<!${RANK})[${RANK}]委(?!员|书记|常委|副)`, 'g');

/**
 * Offices of a sentence, and words that say of which rank its place is, ascending: 县委书记 is replaced as the name behind it is;
 * without a name beside it, it may be anybody's.
 *
 * @param particulars of the sentence: nothing of what they cover is told again
 */
function officesIn(sentence: string, particulars: readonly Particular[]): Replaceable[] {
  const offices = find(sentence, OFFICE).map((span): Replaceable => {
    const isHeld = particulars.some(
      ({ name, start, end }) => name === '人名' && (start === span.end || end === span.start),
    );
    return { ...span, name: '职务', text: sentence.slice(span.start, span.end), ...(!isHeld && { isLoose: true }) };
  });
  const ranks = find(sentence, OWN_RANK).map(
    (span): Replaceable => ({ ...span, name: '级别', text: sentence.slice(span.start, span.end), isLoose: true }),
  );
  const free = (others: readonly Span[]) => (one: Span) =>
    !others.some(({ start, end }) => start < one.end && one.start < end);
  const own = offices.filter(free(particulars));
  return [...own, ...ranks.filter(free(particulars)).filter(free(own))].sort((a, b) => a.start - b.start);
}

/** The particulars of a sentence with its offices, ascending. */
export function withOffices(sentence: string, particulars: readonly Particular[]): Replaceable[] {
  return [...particulars, ...officesIn(sentence, particulars)].sort((a, b) => a.start - b.start);
}

function find(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
