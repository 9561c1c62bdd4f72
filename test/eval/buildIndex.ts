import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { openCorpus } from '../../src/corpus/corpusIndex';
import { type OpenIndex, openIndex } from '../../src/corpus/index/indexStore';
import type { CorpusArticle } from './corpusText';

export interface BuiltIndex {
  readonly index: OpenIndex;
  /** From the start of the builder until everything is indexed. */
  readonly seconds: number;
}

/** Indexes files with the real builder process of dist/, with or without mining their frames, and opens the index in memory. */
export async function buildIndex(corpus: readonly string[], storage: string, mine = false): Promise<BuiltIndex> {
  const builder = join(process.env.FANBEN_ROOT ?? '.', 'dist', 'builder.js');
  const started = performance.now();
  const live = await openCorpus({ corpus, storage, watch: false, locale: 'en', builder, mine }, () => {});
  await live.whenIdle();
  const seconds = (performance.now() - started) / 1000;
  const { state, message, articles } = live.status();
  const skipped = live.manifest().skipped[0]?.reason.en;
  await live.dispose();
  if (state !== 'ready') throw new Error(`The corpus could not be indexed: ${message ?? state}`);
  if (articles === 0) throw new Error(`The corpus has no articles: ${skipped ?? 'are the paths right?'}`);
  return { index: await openIndex(storage, { memoryBytes: Number.MAX_SAFE_INTEGER }), seconds };
}

/** Writes articles to a .jsonl of their own in `folder` and returns its path. */
export async function writeArticles(folder: string, articles: readonly CorpusArticle[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'articles.jsonl');
  const stream = createWriteStream(path);
  for (const article of articles) stream.write(`${JSON.stringify(article)}\n`);
  stream.end();
  await finished(stream);
  return path;
}
