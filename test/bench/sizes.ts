import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openBackground } from '../../src/corpus/background/openBackground';
import { openIndex } from '../../src/corpus/index/indexStore';
import { openModel } from '../../src/corpus/model/openModel';
import { buildIndex, writeArticles } from '../eval/buildIndex';
import { type CorpusArticle, upTo } from '../eval/corpusText';
import { quantiles } from '../eval/quantiles';
import { random } from '../eval/random';
import { type Cell, table } from '../eval/table';
import { builderSeconds } from './builderSeconds';
import { type Compared, compare } from './comparison';
import { comparisonTable, paragraphs } from './comparisonTable';
import { diskParts } from './diskParts';
import { sqliteTrigram } from './peers/sqliteTrigram';
import { questions, timed } from './questions';
import { drawSamples } from './samples';
import { MEDIA, SEED, SIZES, start } from './speed';

/** What of the questions grows with a corpus. */
const KINDS = ['completion', 'list', 'passages', 'search', 'hover', 'panel', 'likeSentences', 'overlap'] as const;

/**
 * The same corpus in several sizes: building beside SQLite FTS5 (wall and processor time apart, for machines are shared), what lies
 * on the disk part by part, warm memory, questions of an index in the memory that a language server gives it, and the same beside the
 * other libraries.
 */
export async function printSizes(
  articles: readonly CorpusArticle[],
  millions: readonly number[],
  temporary: string,
): Promise<void> {
  const builds: Cell[][] = [];
  const answers: Cell[][] = [];
  const parts: Map<string, number>[] = [];
  const sizes: string[] = [];
  const compared: (readonly Compared[])[] = [];
  for (const size of millions) {
    const folder = join(temporary, `${size}`);
    const sample = upTo(articles, size * 1e6);
    const one = await measureSize(sample, folder);
    const name = `${(one.characters / 1e6).toFixed(1)} M`;
    sizes.push(name);
    builds.push([name, ...one.build]);
    answers.push(...one.answers.map(row => [name, ...row]));
    parts.push(one.parts);
    compared.push(one.compared);
    await rm(folder, { recursive: true });
  }
  const head = ['', 'build s', 'cpu s', 'FTS5 s', 'cpu s', 'bytes/character', 'FTS5', 'first list ms', 'MB', 'warm MB'];
  console.log(`\n${table(head, builds)}`);
  console.log('Fanben builds from files, mines frames and syncs; FTS5 builds from memory, paragraph by paragraph.');
  console.log(`\n${table(['bytes a character', ...sizes], partRows(parts))}`);
  console.log(`\n${table(['', 'milliseconds', 'asked', 'p50', 'p95', 'p99', 'max'], answers)}`);
  for (const [number, size] of sizes.entries()) {
    console.log(`\n${comparisonTable(`${size} characters`, compared[number]!)}`);
    for (const { name, missing } of compared[number]!) if (missing) console.log(`${name} skipped: ${missing}`);
  }
}

async function measureSize(sample: readonly CorpusArticle[], folder: string) {
  await mkdir(folder, { recursive: true });
  const path = await writeArticles(folder, sample);
  const storage = join(folder, 'index');
  let seconds = 0;
  const processor = await builderSeconds(folder, async () => {
    ({ seconds } = await buildIndex([path], storage, true));
  });
  const index = await openIndex(storage);
  const { view } = index;
  const characters = view.reduce((sum, { length }) => sum + length, 0);
  const onDisk = await diskParts(storage);
  const bytes = [...onDisk.values()].reduce((sum, part) => sum + part, 0);
  const { firstMs, megabytesFirst, megabytesWarm } = start(view, storage);

  const samples = drawSamples(view, SIZES, random(SEED));
  const background = await openBackground(join(MEDIA, 'background.bin'));
  const asked = questions(view, samples, background, await openModel(join(MEDIA, 'model.bin')));
  const { completion } = questions(view, samples, background);
  const kinds = [...KINDS.map(kind => [kind, asked[kind]] as const), ['completion, no model', completion] as const];
  const answers = kinds.map(([kind, list]): Cell[] => {
    timed(list.slice(0, list.length / 10)); // warm
    const { p50, p95, p99, max } = quantiles(timed(list));
    return [kind, list.length, ...[p50, p95, p99, max].map(ms => ms.toFixed(2))];
  });
  const ours = {
    name: 'Fanben',
    buildSeconds: seconds,
    twos: asked.twos,
    twenties: asked.twenties,
    words: asked.search,
  };
  const compared = compare(paragraphs(sample), samples, ours, folder);
  const fts = await ftsOf(compared, folder);
  await index.close();
  return {
    characters,
    compared,
    answers,
    parts: new Map([...onDisk].map(([part, size]) => [part, size / characters])),
    build: [
      ...[seconds, processor].map(value => value.toFixed(1)),
      ...(fts ? [fts.seconds, fts.processor].map(value => value.toFixed(1)) : ['–', '–']),
      (bytes / characters).toFixed(2),
      fts ? (fts.bytes / characters).toFixed(2) : '–',
      ...[firstMs, megabytesFirst, megabytesWarm].map(value => value.toFixed(0)),
    ],
  };
}

/** What SQLite took for the same paragraphs, and on disk; null where there is no SQLite. */
async function ftsOf(compared: readonly Compared[], folder: string) {
  if (sqliteTrigram.missing) return null;
  const { buildSeconds, buildProcessor = 0 } = compared.find(({ name }) => name === sqliteTrigram.name)!;
  const { size } = await stat(join(folder, 'passages.sqlite'));
  return { seconds: buildSeconds, processor: buildProcessor, bytes: size };
}

/** The largest parts first, and their sum. */
function partRows(sizes: readonly ReadonlyMap<string, number>[]): Cell[][] {
  const names = [...new Set(sizes.flatMap(parts => [...parts.keys()]))];
  const of = (name: string) => sizes.map(parts => parts.get(name) ?? 0);
  const rows = names.map(name => ({ name, values: of(name) })).sort((a, b) => b.values.at(-1)! - a.values.at(-1)!);
  const sum = sizes.map(parts => [...parts.values()].reduce((total, value) => total + value, 0));
  return [...rows, { name: 'in all', values: sum }].map(({ name, values }) => [
    name,
    ...values.map(value => value.toFixed(3)),
  ]);
}
