/** The training of the ranker: `npm run train`. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { openBackground } from '../../../src/corpus/background/openBackground';
import { openModel } from '../../../src/corpus/model/openModel';
import type { PhraseTree } from '../../../src/engine/background/phraseTree';
import { ADVISED_NAMES } from '../../../src/engine/complete/ranking/advice';
import { FEATURE_NAMES } from '../../../src/engine/complete/ranking/features';
import { createRanker, type RankerWeights } from '../../../src/engine/complete/ranking/ranker';
import type { CorpusView } from '../../../src/engine/index/segment';
import type { LanguageModel } from '../../../src/engine/model/languageModel';
import { buildIndex, writeArticles } from '../buildIndex';
import { type CorpusArticle, readCorpus, upTo } from '../corpusText';
import { drawPassages, type HeldArticle, type HeldPassage, readHeld } from '../heldOut';
import { random, shuffled } from '../random';
import { table } from '../table';
import { positive, readArguments, runProgram } from '../usage';
import { boostTrees, type Progress } from './boostTrees';
import { savedWith } from './compareRankers';
import { packTrees } from './packTrees';
import { collectRows, joinRows, type TrainingRows } from './trainingRows';

const USAGE =
  'npm run train -- --corpus PATH… --tune FILE_OR_FOLDER… [--background FILE [--model FILE]] [--held FILE_OR_FOLDER…] [--sizes 0.3,2,all] [--passages 110] [--trees 130] [--leaves 24] [--seed 21] [--out FILE]';
const ROOT = process.env.FANBEN_ROOT ?? '.';
const WEIGHTS = join(ROOT, 'src/engine/complete/ranking');
const LEARNING_RATE = 0.12;
/** UTF-16 code units of a passage, to learn from or to compare on. */
const PASSAGE_LENGTH = 400;
const HELD_PASSAGES = 40;
const HELD_SEED = 7;
const TOP = 5;
const REPORT_EVERY = 20;
const LARGEST_FILE_BYTES = 40_000;

interface ArticleSet {
  readonly name: string;
  readonly articles: readonly HeldArticle[];
}

interface SizedCorpus {
  readonly name: string;
  readonly view: CorpusView;
}

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), {
    usage: USAGE,
    lists: ['corpus', 'tune', 'held'],
    numbers: { passages: 110, trees: 130, leaves: 24, seed: 21 },
    texts: { sizes: '0.3,3,all', background: '', model: '', out: '' },
  });
  if (given.corpus.length === 0 || given.tune.length === 0) throw new Error(`usage: ${USAGE}`);
  const { trees, leaves, seed, passages } = given;
  const background = given.background === '' ? undefined : await openBackground(resolve(given.background));
  const model = given.model === '' ? undefined : await openModel(resolve(given.model));
  const names = model ? ADVISED_NAMES : FEATURE_NAMES;
  const shipped = join(WEIGHTS, weightsFile(background, model));
  const out = given.out === '' ? shipped : resolve(given.out);
  const sizes = given.sizes
    .split(',')
    .map(size => (size === 'all' ? Number.POSITIVE_INFINITY : positive('sizes', size) * 1e6));
  const temporary = await mkdtemp(join(tmpdir(), 'fanben-train-'));
  try {
    const tune = await readSets(given.tune);
    const held = await readSets(given.held);
    const mixed = shuffled(await readWithout(given.corpus, [...tune, ...held]), random(seed));
    const corpora = await indexSizes(mixed, sizes, temporary);
    const rows = collectFrom(corpora, background, model, tune, passages, seed);
    const ensemble = boostTrees(rows, { trees, leaves, seed, learningRate: LEARNING_RATE }, report);
    const weights = packTrees(ensemble, names);
    const text = `${JSON.stringify(weights)}\n`;
    console.log(`${weights.treeCount} trees, ${text.length} bytes`);
    if (text.length > LARGEST_FILE_BYTES) throw new Error('The weights are too large: fewer --trees or --leaves.');
    if (held.length > 0 && !(await isBetter(weights, shipped, corpora, background, model, held))) {
      console.log('The shipped weights save as much: nothing written.');
      return;
    }
    await writeFile(out, text);
    console.log(`written: ${out}`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

const weightsFile = (background: PhraseTree | undefined, model: LanguageModel | undefined): string =>
  model ? 'rankerWeightsWithModel.json' : background ? 'rankerWeights.json' : 'rankerWeightsWithoutBackground.json';

async function readSets(paths: readonly string[]): Promise<ArticleSet[]> {
  return Promise.all(paths.map(async path => ({ name: basename(path), articles: await readHeld(resolve(path)) })));
}

/** The articles of the corpus, without copies of those to learn from or to compare on. */
async function readWithout(corpus: readonly string[], sets: readonly ArticleSet[]): Promise<readonly CorpusArticle[]> {
  const { articles, copies } = await readCorpus(
    corpus,
    sets.flatMap(set => set.articles),
  );
  console.log(`${articles.length} articles; ${copies} left out as copies of articles to learn from or compare on`);
  return articles;
}

/** Indexes of the first part of the articles at each size, by the real builder. */
async function indexSizes(
  articles: readonly CorpusArticle[],
  sizes: readonly number[],
  temporary: string,
): Promise<SizedCorpus[]> {
  const corpora: SizedCorpus[] = [];
  for (const [i, size] of sizes.entries()) {
    const folder = join(temporary, String(i));
    const path = await writeArticles(folder, upTo(articles, size));
    const { index, seconds } = await buildIndex([path], join(folder, 'index'));
    const characters = index.view.reduce((sum, { length }) => sum + length, 0);
    const name = `${(characters / 1e6).toFixed(1)} M`;
    console.log(`${name} characters indexed in ${seconds.toFixed(1)} s`);
    corpora.push({ name, view: index.view });
  }
  return corpora;
}

/** Candidates from every corpus size alike: a writer's folder is small, a collection is large. */
function collectFrom(
  corpora: readonly SizedCorpus[],
  background: PhraseTree | undefined,
  model: LanguageModel | undefined,
  tune: readonly ArticleSet[],
  passages: number,
  seed: number,
): TrainingRows {
  const next = random(seed);
  const parts = corpora.flatMap(({ name, view }, i) => {
    let firstArticle = 0;
    return tune.map(({ articles }) => {
      const drawn = drawPassages(articles, { passages, length: PASSAGE_LENGTH, seed: seed + i });
      const rows = collectRows(view, background, model, drawn, firstArticle, next);
      firstArticle += articles.length;
      console.log(`${name}: ${rows.labels.length} candidates of ${drawn.length} passages`);
      return rows;
    });
  });
  return joinRows(parts);
}

function report({ trees, training, validation }: Progress): void {
  if (trees % REPORT_EVERY !== 0) return;
  console.log(`${trees} trees: loss ${training.toFixed(6)}, on articles not learned from ${validation.toFixed(6)}`);
}

/** Do the new weights save more than the shipped ones, over all sizes and held-out sets? */
async function isBetter(
  weights: RankerWeights,
  file: string,
  corpora: readonly SizedCorpus[],
  background: PhraseTree | undefined,
  model: LanguageModel | undefined,
  held: readonly ArticleSet[],
): Promise<boolean> {
  const shippedWeights = JSON.parse(await readFile(file, 'utf8')) as RankerWeights;
  if (shippedWeights.features.join() !== weights.features.join()) {
    console.log('The shipped weights are for other features: there is nothing to compare with.');
    return true;
  }
  const saved = (ranked: RankerWeights, view: CorpusView, drawn: readonly HeldPassage[]) =>
    savedWith(createRanker(ranked, model ? ADVISED_NAMES : FEATURE_NAMES), view, background, model, drawn, TOP);
  const draw = { passages: HELD_PASSAGES, length: PASSAGE_LENGTH, seed: HELD_SEED };
  const rows = held.flatMap(set => {
    const drawn = drawPassages(set.articles, draw);
    return corpora.map(({ name, view }) => ({
      set: set.name,
      corpus: name,
      shipped: saved(shippedWeights, view, drawn),
      trained: saved(weights, view, drawn),
    }));
  });
  console.log(
    table(
      ['keystrokes saved', 'corpus', 'shipped', 'trained'],
      rows.map(row => [row.set, row.corpus, row.shipped.toFixed(4), row.trained.toFixed(4)]),
    ),
  );
  return rows.reduce((sum, row) => sum + row.trained - row.shipped, 0) > 0;
}

runProgram(main);
