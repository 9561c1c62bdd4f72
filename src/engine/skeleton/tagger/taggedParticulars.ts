import type { Span } from '../../text/sentences';
import type { Exemplar } from '../exemplar/exemplar';
import { type Particular, particularsOf } from '../particulars/particulars';
import type { Tagger } from './tagger';

/**
 * The particulars of each paragraph (0-based) of an article, ascending, none over another: what the tagger finds, and where it finds
 * nothing for sure, what the corpus tells of places (`places`: without their rank).
 */
export function taggedParticulars(
  { paragraphs, isWordStart }: Exemplar,
  tag: Tagger,
  places: ReadonlySet<string>,
): (paragraph: number) => Particular[] {
  return paragraph => {
    const text = paragraphs[paragraph]!;
    const tagged = tag(text, offset => isWordStart(paragraph, offset));
    const sure = tagged.filter(({ isDoubtful }) => !isDoubtful);
    const isFreeOf = (taken: readonly Span[]) => (one: Span) =>
      !taken.some(({ start, end }) => start < one.end && one.start < end);
    const isStart = (at: number) => at >= text.length || isWordStart(paragraph, at);
    /** 青禾|县: not 父老|乡亲, nor 大|学生. */
    const isWhole = (one: Particular) =>
      (one.name !== '地名' && one.name !== '人名') || (isStart(one.start) && isStart(one.end));
    const others = particularsOf(text, places).filter(one => isFreeOf(sure)(one) && isWhole(one));
    const doubtful = tagged.filter(({ isDoubtful }) => isDoubtful).flatMap(one => without(one, others));
    return [...sure, ...others, ...doubtful].sort((a, b) => a.start - b.start);
  };
}

/** What of a particular no other stretch covers. */
function without(one: Particular, taken: readonly Span[]): Particular[] {
  let pieces = [one];
  for (const { start, end } of taken) {
    pieces = pieces.flatMap(piece =>
      start >= piece.end || end <= piece.start
        ? [piece]
        : [
            ...(piece.start < start ? [cut(piece, piece.start, Math.min(piece.end, start))] : []),
            ...(piece.end > end ? [cut(piece, Math.max(piece.start, end), piece.end)] : []),
          ],
    );
  }
  return pieces;
}

const cut = (one: Particular, start: number, end: number): Particular => ({
  ...one,
  start,
  end,
  text: one.text.slice(start - one.start, end - one.start),
});
