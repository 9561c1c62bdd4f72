import { resolve } from 'node:path';
import { type OpenIndex, openIndex } from '../../src/corpus/index/indexStore';
import { type BuildRun, runBuilder } from '../../src/corpus/runBuilder';
import { DamagedSegmentError } from '../../src/engine/index/columns/segmentCodec';
import type { TestFolder } from '../fixtures/testFolder';

/** Starts the builder on a folder: that of dist/, or the bundle that FANBEN_BUILDER names. */
export function startBuild({ corpus, storage }: TestFolder, damaged: readonly string[] = []): BuildRun {
  return runBuilder(
    { corpus: [corpus], storage, fromScratch: false, damaged },
    { progress: () => undefined, published: () => undefined, indexed: () => undefined },
    { builder: process.env.FANBEN_BUILDER ?? resolve('dist/builder.js') },
  );
}

/** What is found when an index is opened and every byte of it looked at. */
export interface Examined {
  /** Segments that are damaged or missing. */
  readonly damaged: readonly string[];
  readonly articles: number;
  readonly problem: OpenIndex['problem'];
}

/** Opens an index, looks at every byte, asks what the sound segments hold. Throws where any of that falls over. */
export async function examine(storage: string): Promise<Examined> {
  const index = await openIndex(storage);
  const damaged = new Set(index.damaged);
  let articles = 0;
  try {
    for (const { source, segment } of index.parts.values()) {
      const isSound = await source.verify(new AbortController().signal).then(
        () => true,
        error => {
          if (!(error instanceof DamagedSegmentError)) throw error;
          return false;
        },
      );
      if (!isSound) damaged.add(source.id);
      else
        for (let article = 0; article < segment.articleCount; article++)
          if (!segment.isDead(article) && segment.meta(article).path !== '') articles++;
    }
  } finally {
    await index.close();
  }
  return { damaged: [...damaged], articles, problem: index.problem };
}
