import type { CorpusView } from '../../engine/index/segment';
import { countByOrigin, type Origin } from '../../engine/passages/countByOrigin';
import type { Texts } from '../textTable';

/** `本机 3 篇 · 县委库 41 篇`. Null where there is no library, or none has the wording. */
export function articlesByOrigin(
  view: CorpusView,
  origins: readonly Origin[],
  wording: string,
  texts: Texts,
  exceptCluster?: number,
): string | null {
  const told = countByOrigin(view, origins, wording, exceptCluster).map(
    ({ library, articles, estimated }) => `${library ?? texts.ownCorpus} ${texts.articles(articles, estimated)}`,
  );
  return told.length > 0 ? told.join(' · ') : null;
}
