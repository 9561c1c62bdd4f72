import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import { filePath } from '../filePath';

/** The cluster of the article that a document is, if it is a file of the corpus with one article; else undefined. */
export function ownCluster(directory: ArticleDirectory, uri: string): number | undefined {
  const path = filePath(uri);
  if (path === null) return undefined;
  const [only, another] = directory.ofFile(path);
  return only && !another ? directory.view[only.segment]!.meta(only.article).cluster : undefined;
}
