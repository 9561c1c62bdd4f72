import type { CorpusView } from '../../index/segment';
import type { Draft } from '../draft/draft';
import type { Run } from './overlapRuns';

/** An article that has so much of a draft is another version of it, where its title is the same. */
const VERSION_SHARE = 0.5;

/**
 * The articles, by their clusters, that a draft has not taken from, though they have its words: another version of it, which has its title
 * and half of it; and what was written after it was given, where the draft says when that was: reports of it, and those who quote it.
 *
 * @param runs all of them, `length` of the draft, UTF-16
 */
export function ownArticles(
  view: CorpusView,
  { title, date }: Pick<Draft, 'title' | 'date'>,
  runs: readonly Run[],
  length: number,
): ReadonlySet<number> {
  const given = new Map<number, number>();
  for (const { cluster, start, end } of runs) given.set(cluster, (given.get(cluster) ?? 0) + end - start);
  const own = new Set<number>();
  for (const { cluster, segment: number, position } of runs) {
    const segment = view[number]!;
    const article = segment.meta(segment.articleAt(position));
    const isMuch = given.get(cluster)! >= VERSION_SHARE * length;
    const isVersion = isMuch && plain(title) !== '' && plain(article.title) === plain(title);
    // Of the same day: a report has a part of it. What has most of it may be what the draft was made from, its date still there.
    if (isVersion || (!isMuch && isSince(article.date, date))) own.add(cluster);
  }
  return own;
}

const plain = (title: string): string => title.replace(/[^\p{L}\p{N}]/gu, '');

/** Of that day or later, as far as both dates tell; a year alone does not tell of the same year. */
function isSince(date: string | null, since: string | null): boolean {
  if (date === null || since === null) return false;
  const known = Math.min(date.length, since.length);
  const [one, other] = [date.slice(0, known), since.slice(0, known)];
  return one > other || (one === other && date.length === since.length && known === FULL);
}

/** Length of `2023-02-06`. */
const FULL = 10;
