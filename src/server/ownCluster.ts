import { fileURLToPath } from 'node:url';
import type { CorpusView } from '../engine/index/segment';
import { articlesOf } from '../engine/passages/findArticle';

/** The cluster of the article that a document is, if it is a file of the corpus with one article; else undefined. */
export function ownCluster(view: CorpusView, uri: string): number | undefined {
  const path = filePath(uri);
  if (path === null) return undefined;
  const [only, another] = articlesOf(view, path);
  return only && !another ? view[only.segment]!.meta(only.article).cluster : undefined;
}

function filePath(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
