import { unpackDate } from '../index/articles/packedDate';
import type { CorpusView } from '../index/segment';
import { type ArticleCount, byAge, type CountOptions, countArticles, type DatedOccurrence } from './countArticles';
import { inOrder } from './lazyOrder';
import { normalisePhrase } from './normalisePhrase';
import { type Passage, passageAt } from './passage';

/** Where a phrase occurs, and in how many articles. */
export interface FoundPassages extends ArticleCount {
  /** Those of folders with the greater weight first, then the writer's own, then the newest; each from another article. */
  readonly passages: readonly Passage[];
  /** Dates of all articles that were met, one each; empty where unknown. With an estimate, a sample of them. */
  readonly dates: readonly string[];
  /** Where they were met, the newest place of each article. */
  readonly places: readonly DatedOccurrence[];
}

/** As for counts, and whose articles come first. */
export interface PassageOptions extends CountOptions {
  /** So many segments at the head of the view are the writer's own; by default all. */
  readonly ownSegments?: number | undefined;
}

/**
 * Where a phrase occurs: `守初心, 担使命` finds 守初心，担使命.
 * Bounded time whatever the phrase: at most `options.most` occurrences are looked at.
 */
export function findPassages(
  view: CorpusView,
  phrase: string,
  limit: number,
  options: PassageOptions = {},
): FoundPassages {
  const wanted = normalisePhrase(phrase);
  if (wanted === '') return { articles: 0, occurrences: 0, estimated: false, passages: [], dates: [], places: [] };
  const { newest, ...count } = countArticles(view, wanted, options);
  const { ownSegments = view.length } = options;
  const weighed = newest.map(place => {
    const isOthers = Number(place.segment >= ownSegments);
    return { place, isOthers, weight: weightOf(view, place) };
  });
  const ordered = inOrder(
    weighed,
    (a, b) => b.weight - a.weight || a.isOthers - b.isOthers || byAge(a.place, b.place),
    limit,
  );
  const passages = Array.from(ordered, ({ place }) => place);
  const dates = newest.map(({ date }) => unpackDate(date) ?? '');
  return { ...count, dates, places: newest, passages: passages.map(place => passageAt(view, place, wanted.length)) };
}

function weightOf(view: CorpusView, { segment: number, position }: DatedOccurrence): number {
  const segment = view[number]!;
  return segment.weight(segment.articleAt(position));
}
