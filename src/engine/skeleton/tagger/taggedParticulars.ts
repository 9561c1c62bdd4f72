import type { Exemplar } from '../exemplar/exemplar';
import { type Particular, particularsOf } from '../particulars/particulars';
import type { Tagger } from './tagger';

/**
 * The particulars of each paragraph (0-based) of an article, ascending, none over another: what the tagger finds, and where it finds
 * nothing, what the corpus tells of places (`places`: without their rank).
 */
export function taggedParticulars(
  { paragraphs, isWordStart }: Exemplar,
  tag: Tagger,
  places: ReadonlySet<string>,
): (paragraph: number) => Particular[] {
  return paragraph => {
    const text = paragraphs[paragraph]!;
    const tagged = tag(text, offset => isWordStart(paragraph, offset));
    const isFree = (one: Particular) => !tagged.some(({ start, end }) => start < one.end && one.start < end);
    const isStart = (at: number) => at >= text.length || isWordStart(paragraph, at);
    /** 青禾|县: not 父老|乡亲, nor 大|学生. */
    const isWhole = (one: Particular) =>
      (one.name !== '地名' && one.name !== '人名') || (isStart(one.start) && isStart(one.end));
    const others = particularsOf(text, places).filter(one => isFree(one) && isWhole(one));
    return [...tagged, ...others].sort((a, b) => a.start - b.start);
  };
}
