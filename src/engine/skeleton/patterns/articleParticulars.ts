import type { Exemplar } from '../exemplar/exemplar';
import { type Particular, particularsOf } from '../particulars/particulars';
import { events } from './events';
import { listedNames } from './listedNames';
import { namedThings } from './namedThings';
import { occasionDates } from './occasionDates';
import { personsIn } from './personsIn';
import { type CountOf, placeNames } from './placeNames';
import { publicBodies } from './publicBodies';
import { smallCounts } from './smallCounts';

/**
 * The particulars of each paragraph (0-based) of an article, ascending, none over another, by patterns alone: for texts of which
 * neither public counts nor a dictionary are at hand. A name that holds smaller particulars takes them in: 青禾县人民医院 is one, not a
 * place with a hospital.
 */
export function articleParticulars(
  exemplar: Exemplar,
  countOf: CountOf,
  places: ReadonlySet<string> = placeNames(exemplar, countOf),
): (paragraph: number) => Particular[] {
  const { paragraphs } = exemplar;
  const inArticle = paragraphs.join('\n');
  /** Nobody else says it: of the corpus' occurrences all are of this article. */
  const isOwn = (text: string) => countOf(text) <= inArticle.split(text).length - 1;
  return paragraph => {
    const text = paragraphs[paragraph]!;
    const isStart = (offset: number) => offset >= text.length || exemplar.isWordStart(paragraph, offset);
    const strong = [
      ...publicBodies(text, places),
      ...events(text),
      ...namedThings(text, isStart, isOwn),
      ...occasionDates(text),
    ];
    const weak = [
      ...particularsOf(text, places),
      ...listedNames(text, isStart, word => !isOwn(word)),
      ...personsIn(text, isStart, isOwn),
      ...smallCounts(text),
    ];
    const isFree = (one: Particular) => !strong.some(({ start, end }) => start < one.end && one.start < end);
    return withoutOverlap([...strong, ...weak.filter(isFree)]);
  };
}

/** The longer of two that overlap; of equals the first. */
function withoutOverlap(particulars: readonly Particular[]): Particular[] {
  const kept: Particular[] = [];
  for (const one of [...particulars].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some(({ start, end }) => start < one.end && one.start < end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}
