import { fileURLToPath } from 'node:url';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';

/** The cluster of the article that a document is, if it is a file of the corpus with one article; else undefined. */
export function ownCluster(directory: ArticleDirectory, uri: string): number | undefined {
  const path = filePath(uri);
  if (path === null) return undefined;
  const [only, another] = directory.ofFile(path);
  return only && !another ? directory.view[only.segment]!.meta(only.article).cluster : undefined;
}

function filePath(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
