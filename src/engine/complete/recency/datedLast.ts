import type { CorpusView } from '../../index/segment';
import { livingArticles } from '../../passages/articleDirectory';
import type { Continuation } from '../request';

/** Puts what the last years no longer say below what they say. Continuations keep their order otherwise. */
export type DatedLast = <C extends Dated>(continuations: readonly C[], years: number) => C[];

type Dated = Pick<Continuation, 'articles' | 'source'>;

/** A wording is dated where it would be missing from the last years by chance less often than this. */
const SIGNIFICANCE = 0.05;

/**
 * A wording is dated that no article of the last years has, though so many older ones have it that this can hardly be chance: where
 * the last years are a share r of the corpus, a wording that is still said is in none of them with probability (1 - r)^articles. So
 * a small folder, in which most wordings stand in one or two articles, keeps its order, and so does one whose articles have no dates.
 * The last years end with the newest article: there is no clock here. Reads the dates of all articles when first asked.
 *
 *     createDatedLast(view)(phrases, 5)
 */
export function createDatedLast(view: CorpusView): DatedLast {
  let known: ReadonlyMap<number, number> | undefined;
  return (continuations, years) => {
    const [first] = continuations;
    if (years <= 0 || first === undefined) return [...continuations];
    known ??= articlesByYear(view);
    const since = Math.max(...known.keys()) - years + 1;
    const share = shareSince(known, since);
    const isDated = ({ articles, source }: Dated): boolean => {
      const year = source && yearOf(view[source.segment]!, source.position);
      return year !== null && year < since && (1 - share) ** articles < SIGNIFICANCE;
    };
    const dated = new Set(continuations.filter(isDated));
    return [...continuations.filter(one => !dated.has(one)), ...dated];
  };
}

function articlesByYear(view: CorpusView): ReadonlyMap<number, number> {
  const years = new Map<number, number>();
  for (const { segment, article } of livingArticles(view)) {
    const year = yearIn(view[segment]!.packedDate(article));
    if (year !== null) years.set(year, (years.get(year) ?? 0) + 1);
  }
  return years;
}

function shareSince(articles: ReadonlyMap<number, number>, since: number): number {
  let all = 0;
  let late = 0;
  for (const [year, count] of articles) {
    all += count;
    if (year >= since) late += count;
  }
  return all === 0 ? 0 : late / all;
}

/** Places of a continuation are the newest it has. */
const yearOf = (segment: CorpusView[number], position: number): number | null =>
  yearIn(segment.packedDate(segment.articleAt(position)));

const yearIn = (packedDate: number): number | null => (packedDate > 0 ? Math.floor(packedDate / 10_000) : null);
