import { join } from 'node:path';
import type { CorpusView } from '../../src/engine/index/segment';
import { type BuiltIndex, buildIndex, writeArticles } from '../eval/buildIndex';
import type { CorpusArticle } from '../eval/corpusText';

/** An index with what is said of it. */
export interface MeasuredIndex extends BuiltIndex {
  readonly view: CorpusView;
  /** UTF-16. */
  readonly characters: number;
  readonly storage: string;
}

/** Builds the index of files in `storage` with the real builder. */
export async function measuredIndex(paths: readonly string[], storage: string): Promise<MeasuredIndex> {
  const built = await buildIndex(paths, storage);
  const { view } = built.index;
  return { ...built, view, storage, characters: view.reduce((sum, { length }) => sum + length, 0) };
}

/** Writes articles to a file in `folder` and builds their index there. */
export async function indexArticles(articles: readonly CorpusArticle[], folder: string): Promise<MeasuredIndex> {
  const path = await writeArticles(folder, articles);
  return measuredIndex([path], join(folder, 'index'));
}
