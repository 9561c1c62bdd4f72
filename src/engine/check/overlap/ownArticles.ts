import { articleEnd, type CorpusView } from '../../index/segment';
import type { Draft } from '../draft/draft';
import type { OverlapOptions, Run } from './overlapRuns';

/** An article that has so much of a draft is another version of it, where its title is the same. */
const VERSION_SHARE = 0.5;
/** So many days before the draft it is no version but what was said the last time: meetings come every year. */
const VERSION_DAYS = 90;
/** An article of the same day that has nearly all of it may be what the draft was made from, its date still there. */
const SOURCE_SHARE = 0.8;
/** An article is a report of the draft that has so much of it, */
const REPORT_OF_DRAFT = 0.1;
/** or of which the draft has so much, */
const REPORT_OF_ITSELF = 0.3;
/** though it came out so many days before the day the head says: that may be the day on which the whole text was published. */
const REPORT_DAYS = 3;

/**
 * The articles, by their clusters, that a draft has not taken from, though they have its words: another version of it, which has its title
 * and half of it and is not of the last time; and what was written after it was given, where that is known: reports of it, and those who
 * quote it. Where the draft does not say when, its own article in the corpus or another version may, and the year in its title
 * (2022年政府工作报告); where none does, it is being written: what was given long before `writtenOn` is no version of it.
 *
 * @param runs all of them, `length` of the draft, UTF-16
 */
export function ownArticles(
  view: CorpusView,
  { title, date }: Pick<Draft, 'title' | 'date'>,
  runs: readonly Run[],
  length: number,
  { exceptCluster, writtenOn }: Partial<OverlapOptions> = {},
): ReadonlySet<number> {
  const given = new Map<number, number>();
  const versions = new Set<number>();
  for (const { cluster, start, end } of runs) given.set(cluster, (given.get(cluster) ?? 0) + end - start);
  const isMuch = (cluster: number) => given.get(cluster)! >= VERSION_SHARE * length;
  let day = date ?? (exceptCluster === undefined ? null : dateOfCluster(view, exceptCluster));
  // A year that both titles have says more than when the file was touched.
  const writing = SOME_YEAR.test(title) ? null : (writtenOn ?? null);
  for (const { cluster, segment: number, position } of runs) {
    if (!isMuch(cluster) || plain(title) === '' || versions.has(cluster)) continue;
    const segment = view[number]!;
    const version = segment.meta(segment.articleAt(position));
    if (plain(version.title) !== plain(title) || isOfLastTime(version.date, day ?? writing)) continue;
    versions.add(cluster);
    day ??= version.date;
  }
  day ??= YEAR.exec(title)?.[0] ?? null;
  const own = new Set(versions);
  for (const { cluster, segment: number, position } of runs) {
    const share = given.get(cluster)! / length;
    if (own.has(cluster) || share >= SOURCE_SHARE || day === null) continue;
    const segment = view[number]!;
    const article = segment.articleAt(position);
    const size = articleEnd(segment, article) - segment.articleStart(article);
    const isReport = share >= REPORT_OF_DRAFT || given.get(cluster)! >= REPORT_OF_ITSELF * size;
    const lag = isReport ? REPORT_DAYS : 0;
    if (isSince(segment.meta(article).date, day, lag)) own.add(cluster);
  }
  return own;
}

const plain = (title: string): string => title.replace(/[^\p{L}\p{N}]/gu, '');
const SOME_YEAR = /(?:19|20)\d\d年/;
const YEAR = /^(?:19|20)\d\d(?=年)/;

function dateOfCluster(view: CorpusView, cluster: number): string | null {
  for (const segment of view)
    for (let article = 0; article < segment.articleCount; article++)
      if (segment.cluster(article) === cluster) return segment.meta(article).date;
  return null;
}

/** Long before that day, as far as both dates tell. */
function isOfLastTime(date: string | null, day: string | null): boolean {
  if (date === null || day === null) return false;
  if (date.length === FULL && day.length === FULL) return Date.parse(day) - Date.parse(date) > VERSION_DAYS * DAY_MS;
  return date.slice(0, YEAR_LENGTH) < day.slice(0, YEAR_LENGTH);
}

/** Of that day or later, as far as both dates tell; a year alone does not tell of the same year. `lag`: or so many days before. */
function isSince(date: string | null, since: string, lag: number): boolean {
  if (date === null) return false;
  if (date.length === FULL && since.length === FULL) return Date.parse(date) >= Date.parse(since) - lag * DAY_MS;
  const known = Math.min(date.length, since.length);
  return date.slice(0, known) > since.slice(0, known);
}

/** Length of `2023-02-06`. */
const FULL = 10;
const YEAR_LENGTH = 4;
const DAY_MS = 86_400_000;
