import type { CorpusView } from '../../index/segment';
import type { ArticleDirectory } from '../../passages/articleDirectory';
import { type ArticleCount, countArticles } from '../../passages/countArticles';
import { normalisePhrase } from '../../passages/normalisePhrase';
import { type Hit, hitAt } from '../../passages/search/hit';
import { wordsOf } from '../../passages/search/searchTerms';
import { type GapPattern, parseGapPattern } from '../query/gapPattern';
import type { Query } from '../query/query';
import { type SearchOptions, searchHits } from '../query/searchHits';
import { concordance, type LineOrder, lineGroups, type NeighbourGroup } from './concordance';

/** How the sentences of a search stand below each other: by their articles, the best first, or as sorted lines. */
export type SearchOrder = 'article' | LineOrder;

/** Sentences of one article, or lines with the same neighbour or of the same year. */
export interface SearchGroup {
  /** The title; or the neighbour, empty at the edge of a sentence; or the year, empty where no date is known. */
  readonly name: string;
  /** Of so many articles. */
  readonly articles: number;
  readonly hits: readonly Hit[];
}

/** What a search has found. */
export interface SearchAnswer extends ArticleCount {
  readonly groups: readonly SearchGroup[];
  /** So many were asked for, and there may be more than is counted. */
  readonly isMore: boolean;
}

/** How a search is ranked, and how its sentences stand below each other. */
export interface SearchGroupOptions extends SearchOptions {
  readonly order: SearchOrder;
  /** Of the same view. */
  readonly directory?: ArticleDirectory;
}

/**
 * A search to work in: its sentences by article, or as the lines of a concordance, with counts. As lines, of a wording or a pattern all
 * places are taken; of several words the sentences that have them, each at its first word.
 *
 * @param view the one that the filter of the query leaves
 */
export function searchGroups(view: CorpusView, query: Query, options: SearchGroupOptions): SearchAnswer {
  const patterns = patternsOf(query, options.wordings);
  if (options.order !== 'article' && patterns.length > 0) return ofPatterns(view, patterns, options.order, options);
  const hits = searchHits(view, query, options);
  const groups = options.order === 'article' ? byArticle(hits) : asLines(view, hits, options.order);
  return { groups, ...counted(view, patterns, hits, options) };
}

/** The wordings of which all places can be shown: a pattern with gaps, one piece without blanks, or what letters spell. */
function patternsOf(query: Query, wordings: readonly string[] = []): GapPattern[] {
  if (query.hasGap) return [parseGapPattern(query.words)].filter(pattern => pattern.length > 0);
  const typed = wordsOf(query.words).length === 1 ? [normalisePhrase(query.words)] : [];
  const all = [...typed, ...wordings].filter(wording => wording !== '');
  // The places of 扑下身子抓落实 are among those of 扑下身子.
  return all.filter(one => !all.some(other => other !== one && one.includes(other))).map(wording => [wording]);
}

function ofPatterns(
  view: CorpusView,
  patterns: readonly GapPattern[],
  order: LineOrder,
  { limit, directory, ...options }: SearchGroupOptions,
): SearchAnswer {
  const found = patterns.map(pattern => concordance(view, pattern, { order, limit, directory }));
  const known = found.filter(({ groups }) => groups.length > 0);
  // Nowhere as typed: what has its pieces is shown, as in a search by articles.
  if (known.length === 0) return scattered(view, patterns, order, { limit, ...options });
  const lines = known.flatMap(({ groups }) => groups.flatMap(group => group.lines)).slice(0, limit);
  const groups = known.length === 1 ? known[0]!.groups : lineGroups(view, lines.map(placed), order);
  const sum = (key: 'articles' | 'occurrences') => known.reduce((total, one) => total + one[key], 0);
  return {
    groups: groups.map(group => hitsOf(view, group)),
    articles: sum('articles'),
    occurrences: sum('occurrences'),
    estimated: known.some(one => one.estimated),
    isMore: false,
  };
}

function scattered(
  view: CorpusView,
  patterns: readonly GapPattern[],
  order: LineOrder,
  options: SearchOptions,
): SearchAnswer {
  const [words = ''] = patterns[0] ?? [];
  const hits = searchHits(view, { words, isExact: false, hasGap: false, filter: {} }, options);
  return { groups: asLines(view, hits, order), ...countedHits(hits, options.limit) };
}

function byArticle(hits: readonly Hit[]): SearchGroup[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const { path, entry } = hit.article;
    const key = `${path}\0${entry}`;
    const known = groups.get(key);
    if (known) known.push(hit);
    else groups.set(key, [hit]);
  }
  return [...groups.values()].map(own => ({
    name: own[0]!.article.title,
    articles: 1,
    // As they stand in the article, what has the words as typed first.
    hits: own.sort(
      (a, b) =>
        Number(a.isScattered) - Number(b.isScattered) ||
        a.paragraph - b.paragraph ||
        a.place.position - b.place.position,
    ),
  }));
}

const placed = ({ place, match }: { place: Hit['place']; match: string }) => ({
  segment: place.segment,
  start: place.position,
  end: place.position + match.length,
});

function asLines(view: CorpusView, hits: readonly Hit[], order: LineOrder): SearchGroup[] {
  const isScattered = new Set(hits.filter(hit => hit.isScattered).map(({ place }) => keyOf(place)));
  return lineGroups(view, hits.map(placed), order)
    .map(group => hitsOf(view, group))
    .map(group => ({
      ...group,
      hits: group.hits.map(hit => ({ ...hit, isScattered: isScattered.has(keyOf(hit.place)) })),
    }));
}

const keyOf = ({ segment, position }: Hit['place']): string => `${segment} ${position}`;

const hitsOf = (view: CorpusView, { neighbour, articles, lines }: NeighbourGroup): SearchGroup => ({
  name: neighbour,
  articles,
  hits: lines.map(({ place, match, paragraph, offset }) =>
    // Where it stands in its article is known.
    hitAt(view, place, match.length, () => ({ paragraph, offset })),
  ),
});

/** Counts the articles: of a search for one wording, by all its places; of any other, by the sentences found. */
function counted(
  view: CorpusView,
  patterns: readonly GapPattern[],
  hits: readonly Hit[],
  { limit, directory }: SearchGroupOptions,
): ArticleCount & Pick<SearchAnswer, 'isMore'> {
  const [only, another] = patterns;
  if (!only || another || only.length > 1 || hits.every(({ isScattered }) => isScattered))
    return countedHits(hits, limit);
  const { articles, occurrences, estimated } = countArticles(view, only[0]!, { directory });
  return { articles, occurrences, estimated, isMore: false };
}

function countedHits(hits: readonly Hit[], limit: number) {
  const articles = new Set(hits.map(({ article }) => article.cluster)).size;
  return { articles, occurrences: hits.length, estimated: false, isMore: hits.length >= limit };
}
