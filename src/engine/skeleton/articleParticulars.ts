import { events } from './events';
import type { Exemplar } from './exemplar';
import { listedNames } from './listedNames';
import { namedThings } from './namedThings';
import { occasionDates } from './occasionDates';
import { type Particular, particularsOf } from './particulars';
import { personsIn } from './personsIn';
import { type CountOf, placeNames } from './placeNames';
import { publicBodies } from './publicBodies';
import { smallCounts } from './smallCounts';
import { unheardWords } from './unheardWords';

/** A word that public texts have so often is one that everybody uses. */
const KNOWN = 200;

/**
 * The particulars of each paragraph (0-based) of an article, ascending, none over another: what `particularsOf` finds by patterns, and
 * what the words of the article and the counts of the corpus tell besides: 县财政局, 龙泉大道, 许静. A name that holds smaller
 * particulars takes them in: 青禾县人民医院 is one slot, not a place with a hospital.
 *
 * @param inPublic how often public texts have a wording: names of counties, people and firms are not in them; null where nobody knows
 */
export function articleParticulars(
  exemplar: Exemplar,
  countOf: CountOf,
  inPublic: CountOf | null = null,
  places: ReadonlySet<string> = placeNames(exemplar, countOf, inPublic),
): (paragraph: number) => Particular[] {
  const { paragraphs } = exemplar;
  const inArticle = paragraphs.join('\n');
  /** Nobody else says it: of the corpus' occurrences all are of this article. */
  const isOwn = (text: string) => countOf(text) <= inArticle.split(text).length - 1;
  const isKnown = (word: string) => (inPublic !== null && inPublic(word) >= KNOWN) || !isOwn(word);
  return paragraph => {
    const text = paragraphs[paragraph]!;
    const isStart = (offset: number) => offset >= text.length || exemplar.isWordStart(paragraph, offset);
    const strong = [
      ...publicBodies(text, places),
      ...events(text),
      ...namedThings(text, isStart, isOwn, inPublic),
      ...occasionDates(text),
    ];
    const weak = [
      ...particularsOf(text, places),
      ...listedNames(text, isStart, isKnown),
      ...personsIn(text, isStart, isOwn, inPublic),
      ...smallCounts(text),
      ...(inPublic ? unheardWords(text, isStart, isOwn, inPublic) : []),
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
