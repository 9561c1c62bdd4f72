import type { CorpusView } from '../index/segment';
import { type ArticleCount, countArticles } from './countArticles';

/** Segments of a view that belong together; `library` null: the writer's own. The origins of a view are in its order. */
export interface Origin {
  readonly library: string | null;
  readonly segments: number;
}

/** In how many articles of one origin a wording stands. */
export interface OriginCount extends Pick<ArticleCount, 'articles' | 'estimated'> {
  readonly library: string | null;
}

/**
 * In how many articles a wording stands here and in each library, where any library has it; those that have it not are left out. An article
 * that two of them have is counted in both.
 *
 * @example countByOrigin(view, origins, '扑下身子') // [{ library: null, articles: 3, … }, { library: '县委库', articles: 41, … }]
 */
export function countByOrigin(
  view: CorpusView,
  origins: readonly Origin[],
  wording: string,
  exceptCluster?: number,
): OriginCount[] {
  let at = 0;
  const counted = origins.map(({ library, segments }) => {
    at += segments;
    const { articles, estimated } = countArticles(view.slice(at - segments, at), wording, { exceptCluster });
    return { library, articles, estimated };
  });
  const found = counted.filter(({ articles }) => articles > 0);
  return found.some(({ library }) => library !== null) ? found : [];
}
