import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copiesOf } from '../../engine/background/copiesOf';
import { countPhrases } from '../../engine/background/countPhrases';
import { packTree } from '../../engine/background/packTree';
import { particularWords } from '../../engine/background/particularWords';
import { personNames } from '../../engine/background/personNames';
import { encodePhraseTree } from '../../engine/background/phraseTreeCodec';
import type { CorpusView } from '../../engine/index/segment';
import { openCorpus } from '../corpusIndex';
import { readArticles } from '../reading/readArticles';
import type { BuilderOptions } from '../runBuilder';
import { crc32 } from '../storage/checksum';
import { writeNamed } from '../storage/writeNamed';
import { partsOfSpeech } from '../words/partsOfSpeech';
import { weighArticles } from './weighArticles';

/** What a table of set phrases is counted in, and where it goes. */
export interface BackgroundOptions extends Pick<BuilderOptions, 'builder' | 'startBuilder'> {
  /** Files and folders, each a collection of its own. */
  readonly corpus: readonly string[];
  /** Where the table goes. */
  readonly out: string;
  /** Files whose articles, and copies of them, are left out: what completion is to be measured on. */
  readonly without: readonly string[];
  /** A phrase occurs so often at least. */
  readonly least: number;
  readonly locale: 'zh' | 'en';
}

/** What was counted, to be told to whoever asked for it. */
export interface BackgroundReport {
  /** Articles that were counted, near-duplicates once. */
  readonly articles: number;
  readonly characters: number;
  /** Articles left out as copies of others, or of those of `without`. */
  readonly leftOut: number;
  readonly phrases: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** No phrase is longer, UTF-16 code units: beyond it begin sentences, and those are somebody's. */
const LONGEST = 12;
/** A phrase stands in so many different articles at least, */
const ARTICLES = 8;
/** of so many different collections or years. */
const GROUPS = 2;
/** Memory for the index of the collection; a larger one is read from disk as needed. */
const MEMORY_BYTES = 600_000_000;

/**
 * Builds a background of set phrases from a collection and writes it. The same collection gives the same bytes. The text of the
 * collection passes through a folder for temporary files. Throws with a message for the user.
 */
export async function buildBackground(
  options: BackgroundOptions,
  progress: (message: { done: number; of: number }) => void,
): Promise<BackgroundReport> {
  const started = performance.now();
  const storage = await mkdtemp(join(tmpdir(), 'fanben-background-'));
  const { corpus, locale, builder, startBuilder } = options;
  const index = await openCorpus(
    {
      corpus: corpus.map(path => resolve(path)),
      storage,
      watch: false,
      mine: false,
      locale,
      memoryBytes: MEMORY_BYTES,
      builder,
      startBuilder,
    },
    () => {},
  );
  try {
    await index.whenIdle();
    const { state, message } = index.status();
    if (state === 'failed') throw new Error(message);
    const view = index.view();
    const isCopy = copiesOf(await textsOf(options.without));
    const weights = weighArticles(
      view,
      corpus.map(path => resolve(path)),
      isCopy,
    );
    if (weights.articles === 0) throw new Error(nothing[locale]);
    const { tagOf } = partsOfSpeech();
    const tag = (word: string) => tagOf(word) || 'x';
    const names = personNames(view, tag);
    const barred = view.map(segment => particularWords(segment, tag, names));
    const characters = view.reduce((sum, { length }) => sum + length, 0);
    const nodes = countPhrases(view, {
      longest: LONGEST,
      least: options.least,
      articles: ARTICLES,
      groups: GROUPS,
      weightOf: weights.weightOf,
      groupOf: weights.groupOf,
      isBarred: (segment, position) => barred[segment]!(position),
      onProgress: done => progress({ done, of: characters }),
    });
    const bytes = encodePhraseTree(packTree(nodes), crc32);
    await writeNamed(resolve(options.out), [bytes]);
    return {
      articles: weights.articles,
      characters: weights.characters,
      leftOut: articlesOf(view) - weights.articles,
      phrases: nodes.codes.length - 1,
      bytes: bytes.length,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await index.dispose();
    await rm(storage, { recursive: true, force: true });
  }
}

const nothing = {
  zh: '语料里没有可用的文章：请检查 --corpus 的路径',
  en: 'The corpus holds no usable article: check the paths of --corpus',
};

const articlesOf = (view: CorpusView): number => view.reduce((sum, { articleCount }) => sum + articleCount, 0);

async function textsOf(paths: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const path of paths) {
    for await (const item of readArticles(resolve(path))) {
      if ('article' in item) texts.push(item.article.paragraphs.map(({ text }) => text).join(''));
    }
  }
  return texts;
}
