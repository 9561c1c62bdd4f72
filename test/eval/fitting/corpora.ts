import { basename, join, resolve } from 'node:path';
import type { CorpusView } from '../../../src/engine/index/segment';
import { buildIndex, writeArticles } from '../buildIndex';
import { readCorpus, upTo } from '../corpusText';
import { drawPassages, type HeldPassage, readHeld } from '../heldOut';
import { random, shuffled } from '../random';
import { positive } from '../usage';

/** What numbers of the engine are fitted on: corpora of some sizes, and passages that none of them has. */
export interface FittingGround {
  readonly corpora: readonly { readonly name: string; readonly view: CorpusView }[];
  readonly sets: readonly { readonly name: string; readonly passages: readonly HeldPassage[] }[];
}

export interface GroundOptions {
  readonly corpus: readonly string[];
  /** Articles to fit on; they and their copies are left out of the corpora. */
  readonly tune: readonly string[];
  /** `0.03,0.3,3,all`: millions of characters. */
  readonly sizes: string;
  /** Of each set, and UTF-16 code units of each. */
  readonly passages: number;
  readonly length: number;
  readonly seed: number;
  /** Folder for the indexes. */
  readonly temporary: string;
}

/** Reads the corpora, indexes a random part of each size with the real builder, and draws the passages. */
export async function fittingGround(options: GroundOptions): Promise<FittingGround> {
  const { corpus, tune, sizes, seed, temporary } = options;
  const read = await Promise.all(
    tune.map(async path => ({ name: basename(path), articles: await readHeld(resolve(path)) })),
  );
  const { articles } = await readCorpus(
    corpus,
    read.flatMap(set => set.articles),
  );
  const mixed = shuffled(articles, random(seed));
  const corpora = [];
  for (const size of sizes.split(',')) {
    const characters = size === 'all' ? Number.POSITIVE_INFINITY : positive('sizes', size) * 1e6;
    const folder = join(temporary, size);
    const path = await writeArticles(folder, upTo(mixed, characters));
    const { index } = await buildIndex([path], join(folder, 'index'));
    corpora.push({ name: size === 'all' ? size : `${size} M`, view: index.view });
  }
  const { passages, length } = options;
  return {
    corpora,
    sets: read.map(({ name, articles: held }) => ({ name, passages: drawPassages(held, { passages, length, seed }) })),
  };
}
