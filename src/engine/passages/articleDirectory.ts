import { ClusterSet } from '../index/articles/clusterSet';
import { unpackDate } from '../index/articles/packedDate';
import type { CorpusView, Segment } from '../index/segment';
import type { ArticlePlace } from './articlePlace';

/** The living articles of a view by their files: asked once for all, for every article must be looked at. */
export interface ArticleDirectory {
  readonly view: CorpusView;
  /** The articles of a file, in the order of the view; none where it is not indexed, or not all of its segment is here. */
  ofFile(path: string): readonly ArticlePlace[];
  /** The article that a file holds at this entry; null if it is not indexed. */
  find(path: string, entry: number): ArticlePlace | null;
  /** Distinct articles, near-duplicates once: no wording stands in more. */
  liveClusters(): number;
  /** Articles of each year, near-duplicates once; those without a date are in none. */
  byYear(): ReadonlyMap<number, number>;
}

const NONE: readonly ArticlePlace[] = [];

/**
 * Reads nothing until it is asked; what it has read it keeps, for a view never changes. `keyOf` is equal for paths of one file; by default
 * those that are written the same.
 */
export function createArticleDirectory(
  view: CorpusView,
  keyOf: (path: string) => string = path => path,
): ArticleDirectory {
  let byPath: Map<string, ArticlePlace[]> | undefined;
  let byKey: Map<string, ArticlePlace[]> | undefined;
  let clusters: number | undefined;
  let years: ReadonlyMap<number, number> | undefined;
  const ofFile = (path: string) => {
    byPath ??= articlesByPath(view);
    const same = byPath.get(path);
    if (same) return same;
    byKey ??= new Map([...byPath].map(([own, places]) => [keyOf(own), places]));
    return byKey.get(keyOf(path)) ?? NONE;
  };
  return {
    view,
    ofFile,
    find: (path, entry) =>
      ofFile(path).find(({ segment, article }) => view[segment]!.meta(article).entry === entry) ?? null,
    liveClusters: () => (clusters ??= countLiveClusters(view)),
    byYear: () => (years ??= articlesByYear(view)),
  };
}

function articlesByPath(view: CorpusView): Map<string, ArticlePlace[]> {
  const byPath = new Map<string, ArticlePlace[]>();
  let last: ArticlePlace[] = [];
  let lastPath: string | undefined;
  visitPlaces(view, (segment, article) => {
    if (view[segment]!.rangeOf) return;
    const { path } = view[segment]!.meta(article);
    // The articles of a file lie side by side.
    if (path !== lastPath) {
      last = byPath.get(path) ?? [];
      if (last.length === 0) byPath.set(path, last);
      lastPath = path;
    }
    last.push({ segment, article });
  });
  return byPath;
}

/** Distinct living articles of the view, near-duplicates once. */
export function countLiveClusters(view: CorpusView): number {
  const clusters = new ClusterSet(view.reduce((sum, { articleCount }) => sum + articleCount, 0));
  visitPlaces(view, (segment, article) => void clusters.add(view[segment]!.cluster(article)));
  return clusters.size;
}

/** The year of an ISO date; null where there is none. `2023-02` → 2023 */
export function yearOf(date: string | null): number | null {
  const year = Number(date?.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
}

function articlesByYear(view: CorpusView): Map<number, number> {
  const clusters = new Map<number, Set<number>>();
  visitPlaces(view, (number, article) => {
    const segment = view[number]!;
    const year = yearOf(unpackDate(segment.packedDate(article)));
    if (year === null) return;
    const cluster = segment.cluster(article);
    const known = clusters.get(year);
    if (known) known.add(cluster);
    else clusters.set(year, new Set([cluster]));
  });
  return new Map([...clusters].map(([year, those]) => [year, those.size]));
}

/** All living articles, in the order of the view. */
export function livingArticles(view: CorpusView): ArticlePlace[] {
  const places: ArticlePlace[] = [];
  visitPlaces(view, (segment, article) => places.push({ segment, article }));
  return places;
}

/** What is not known is there for all that is known. */
export function isLiving(segment: Segment, article: number): boolean {
  return !segment.hasDead || !segment.isDead(article) || segment.isJudged?.(article) === false;
}

function visitPlaces(view: CorpusView, visit: (segmentNumber: number, article: number) => void): void {
  view.forEach((segment, number) => {
    for (let article = 0; article < segment.articleCount; article++) {
      if (isLiving(segment, article)) visit(number, article);
    }
  });
}
