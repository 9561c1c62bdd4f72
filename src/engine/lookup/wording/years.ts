import { unpackDate } from '../../index/articles/packedDate';
import type { ArticleMeta, CorpusView } from '../../index/segment';
import { yearOf } from '../../passages/articleDirectory';
import { articlesOfSample } from '../../passages/countArticles';
import { type GapPattern, matchPattern, type PatternMatch, timesMet } from '../query/gapPattern';

/** Articles of one year. */
export interface YearCount {
  readonly year: number;
  /** That have the wording, near-duplicates once; estimates where not all places were looked at. */
  readonly articles: number;
  /** That there are of the year in the corpus. */
  readonly ofArticles: number;
}

/** When a wording was said, and by whom. */
export interface WordingHistory {
  /** Every year from the first to the last of the corpus, ascending. */
  readonly years: readonly YearCount[];
  /** Articles with the wording whose date is not known. */
  readonly undated: number;
  /** Who said it, the most articles first. */
  readonly speakers: readonly { readonly speaker: string; readonly articles: number }[];
  /** Where it is first and last seen; undefined where no article with it has a date. */
  readonly first?: ArticleMeta;
  readonly last?: ArticleMeta;
  /** It was common, and has hardly been said in the last years, though the corpus has articles of them. */
  readonly isSeldomLately: boolean;
  readonly estimated: boolean;
}

/** Places looked at: what bounds the time. */
export const MOST_PLACES = 4096;
const MOST_SPEAKERS = 8;
/** The last years of the corpus. */
const LATELY_YEARS = 3;
/** So many articles had to be expected lately for their absence to say something, and so small a part of them is seldom. */
const EXPECTED = 6;
const SELDOM = 0.2;

/**
 * Articles a year with a wording.
 *
 *     wordingHistory(view, ['小康社会'], directory.byYear()) → { years: [{ year: 2012, articles: 31, ofArticles: 90 }, …], … }
 *
 * @param ofYears `byYear` of a directory of the same view
 */
export function wordingHistory(
  view: CorpusView,
  pattern: GapPattern,
  ofYears: ReadonlyMap<number, number>,
): WordingHistory {
  const { matches, total, seen } = matchPattern(view, pattern, MOST_PLACES);
  const met = timesMet(view, matches);
  // Who has looked at a part has met more of the articles than of the places.
  const scale = met.length > 0 ? articlesOfSample(met, total / seen) / met.length : 1;
  const articles = articlesOf(view, matches);
  const dated = articles.filter(({ date }) => date !== null).sort((a, b) => (a.date! < b.date! ? -1 : 1));
  const years = yearCounts(
    articles.map(({ date }) => date),
    ofYears,
    scale,
  );
  const metas = articles.flatMap(({ meta }) => meta ?? []);
  // Who spoke is not known of all where not all is here.
  const undated = articles.length - dated.length;
  const inAll = years.reduce((sum, year) => sum + year.articles, undated * scale);
  const scaleOfKnown = Math.max(1, inAll / Math.max(1, metas.length));
  const speakers = [...tally(metas.map(({ speaker }) => speaker))]
    .map(([speaker, articles]) => ({ speaker, articles: Math.round(articles * scaleOfKnown) }))
    .sort((a, b) => b.articles - a.articles || (a.speaker < b.speaker ? -1 : 1))
    .slice(0, MOST_SPEAKERS);
  const [first, last] = [dated[0]?.meta, dated.at(-1)?.meta];
  return {
    years,
    undated,
    speakers,
    ...(first && { first }),
    ...(last && { last }),
    isSeldomLately: isSeldomLately(years),
    estimated: seen < total || metas.length < articles.length,
  };
}

interface DatedArticle {
  readonly date: string | null;
  /** Undefined where it is not here: of a library that is read on demand. */
  readonly meta: ArticleMeta | undefined;
}

/** The articles of some places, the newest of near-duplicates. */
function articlesOf(view: CorpusView, matches: readonly PatternMatch[]): DatedArticle[] {
  const articles = new Map<number, DatedArticle>();
  for (const { segment: number, start } of matches) {
    const segment = view[number]!;
    const article = segment.articleAt(start);
    const cluster = segment.cluster(article);
    const date = unpackDate(segment.packedDate(article));
    const known = articles.get(cluster);
    if (known && (date ?? '') <= (known.date ?? '')) continue;
    articles.set(cluster, { date, meta: segment.hasMeta?.(article) === false ? undefined : segment.meta(article) });
  }
  return [...articles.values()];
}

/**
 * Articles with a wording beside all there are, for every year of the corpus.
 *
 * @param dates of the articles that were met, `scale` how many times as many there are
 */
export function yearCounts(
  dates: readonly (string | null)[],
  ofYears: ReadonlyMap<number, number>,
  scale: number,
): YearCount[] {
  const inYear = tally(dates.map(yearOf));
  return range([...ofYears.keys()]).map(year => {
    const ofArticles = ofYears.get(year) ?? 0;
    return { year, articles: Math.min(ofArticles, Math.round((inYear.get(year) ?? 0) * scale)), ofArticles };
  });
}

/** Hardly said in the last years, against what the years before let expect of as many articles. */
export function isSeldomLately(years: readonly YearCount[]): boolean {
  const sum = (part: readonly YearCount[], key: 'articles' | 'ofArticles') =>
    part.reduce((total, year) => total + year[key], 0);
  const [before, lately] = [years.slice(0, -LATELY_YEARS), years.slice(-LATELY_YEARS)];
  const ofBefore = sum(before, 'ofArticles');
  if (ofBefore === 0) return false;
  const expected = (sum(before, 'articles') / ofBefore) * sum(lately, 'ofArticles');
  return expected >= EXPECTED && sum(lately, 'articles') <= expected * SELDOM;
}

function tally<Key>(keys: readonly (Key | null)[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** `[2012, 2015]` → 2012 to 2015. A date far off (a misread one) does not make a row of a thousand years. */
function range(years: readonly number[]): number[] {
  if (years.length === 0) return [];
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - MOST_YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const MOST_YEARS = 60;
