import type { CorpusView } from '../../engine/index/segment';
import { countArticles } from '../../engine/passages/countArticles';
import type { Origin } from '../corpus/corpusSession';
import type { Texts } from '../texts';

/**
 * In how many articles a wording stands here and in each library: `本机 3 篇 · 县委库 41 篇`. Null where there is no library, or none has it.
 * An article that two of them have is counted in both.
 */
export function countByOrigin(
  view: CorpusView,
  origins: readonly Origin[],
  wording: string,
  texts: Texts,
  exceptCluster?: number,
): string | null {
  let at = 0;
  const counted = origins.map(({ library, segments }) => {
    at += segments;
    const { articles, estimated } = countArticles(view.slice(at - segments, at), wording, { exceptCluster });
    return { library, articles, estimated };
  });
  const told = counted.filter(({ articles }) => articles > 0);
  if (!told.some(({ library }) => library !== null)) return null;
  return told
    .map(({ library, articles, estimated }) => `${library ?? texts.ownCorpus} ${texts.articles(articles, estimated)}`)
    .join(' · ');
}
