import type { CorpusView } from '../index/segment';
import type { ArticlePlace } from './articlePlace';

/** The living articles of a view by their files: asked once for all, for every article must be looked at. */
export interface ArticleDirectory {
  readonly view: CorpusView;
  /** The articles of a file, in the order of the view; none where it is not indexed. */
  ofFile(path: string): readonly ArticlePlace[];
  /** The article that a file holds at this entry; null if it is not indexed. */
  find(path: string, entry: number): ArticlePlace | null;
  /** Distinct articles, near-duplicates once: no wording stands in more. */
  liveClusters(): number;
}

const NONE: readonly ArticlePlace[] = [];

/** Reads nothing until it is asked; what it has read it keeps, for a view never changes. */
export function createArticleDirectory(view: CorpusView): ArticleDirectory {
  let byPath: Map<string, ArticlePlace[]> | undefined;
  let clusters: number | undefined;
  const ofFile = (path: string) => {
    byPath ??= articlesByPath(view);
    return byPath.get(path) ?? NONE;
  };
  return {
    view,
    ofFile,
    find: (path, entry) =>
      ofFile(path).find(({ segment, article }) => view[segment]!.meta(article).entry === entry) ?? null,
    liveClusters: () => (clusters ??= countLiveClusters(view)),
  };
}

function articlesByPath(view: CorpusView): Map<string, ArticlePlace[]> {
  const byPath = new Map<string, ArticlePlace[]>();
  for (const place of livingArticles(view)) {
    const { path } = view[place.segment]!.meta(place.article);
    const known = byPath.get(path);
    if (known) known.push(place);
    else byPath.set(path, [place]);
  }
  return byPath;
}

/** Distinct living articles of the view, near-duplicates once. */
export function countLiveClusters(view: CorpusView): number {
  const clusters = new Set<number>();
  for (const { segment, article } of livingArticles(view)) clusters.add(view[segment]!.meta(article).cluster);
  return clusters.size;
}

/** All living articles, in the order of the view. */
export function* livingArticles(view: CorpusView): Generator<ArticlePlace> {
  for (const [number, segment] of view.entries()) {
    for (let article = 0; article < segment.articleCount; article++) {
      if (!segment.hasDead || !segment.isDead(article)) yield { segment: number, article };
    }
  }
}
