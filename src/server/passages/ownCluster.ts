import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import { filePath } from '../filePath';
import { articleAt } from './articleAddress';

/** The cluster of the article that a document is or shows: a file of the corpus with one article, or an article to read; else undefined. */
export function ownCluster(directory: ArticleDirectory, uri: string): number | undefined {
  const shown = articleAt(uri);
  if (shown) {
    const place = directory.find(shown.path, shown.entry);
    return place ? directory.view[place.segment]!.meta(place.article).cluster : undefined;
  }
  const path = filePath(uri);
  if (path === null) return undefined;
  const [only, another] = directory.ofFile(path);
  return only && !another ? directory.view[only.segment]!.meta(only.article).cluster : undefined;
}
