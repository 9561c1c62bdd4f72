import { join } from 'node:path';
import { type CorpusArticle, upTo } from '../eval/corpusText';
import { random } from '../eval/random';
import { table } from '../eval/table';
import { type Compared, compare } from './comparison';
import { indexArticles, type MeasuredIndex } from './measuredIndex';
import { sqliteTrigram } from './peers/sqliteTrigram';
import { questions } from './questions';
import { drawSamples, type SampleSizes } from './samples';

/** Characters that all libraries get: more takes some of them minutes. */
const COMPARED = 1_000_000;
const SEED = 13;
const SIZES: SampleSizes = { drafts: 0, draftLength: 0, phrases: 50, queries: 50 };

/** Fanben and the other libraries on the same million characters; building with SQLite on everything. */
export async function printComparison(
  measured: MeasuredIndex,
  articles: readonly CorpusArticle[],
  temporary: string,
): Promise<void> {
  const folder = join(temporary, 'compared');
  const sample = upTo(articles, COMPARED);
  const { view, seconds } = await indexArticles(sample, folder);
  const samples = drawSamples(view, SIZES, random(SEED));
  const { twos, twenties, search: words } = questions(view, samples);
  const ours = { name: 'Fanben', buildSeconds: seconds, twos, twenties, words };
  const all = compare(paragraphs(sample), samples, ours, folder);
  console.log(`\n${comparisonTable('one million characters', all)}`);
  console.log('Fanben builds from files, in a process of its own; the others from memory, in this one.');
  for (const { name, missing } of all) if (missing) console.log(`${name} skipped: ${missing}`);
  if (sqliteTrigram.missing) return;
  const started = performance.now();
  sqliteTrigram.build(paragraphs(articles), temporary).close();
  const sqliteSeconds = (performance.now() - started) / 1000;
  const ratio = times(sqliteSeconds / measured.seconds);
  console.log(`The whole corpus: ${sqliteTrigram.name} ${sqliteSeconds.toFixed(1)} s, ${ratio} of Fanben's build`);
}

/** What each took, and as a ratio to the first. */
export function comparisonTable(title: string, all: readonly Compared[]): string {
  const [base] = all;
  const cells = (value: number, own: number, digits: number) => [value.toFixed(digits), times(value / own)];
  const rows = all.map(({ name, missing, buildSeconds, twoMs, twentyMs, wordsMs }) => [
    name,
    ...(missing
      ? ['–', '', '–', '', '–', '', '–', '']
      : [
          ...cells(buildSeconds, base!.buildSeconds, 2),
          ...cells(twoMs, base!.twoMs, 3),
          ...cells(twentyMs, base!.twentyMs, 3),
          ...cells(wordsMs, base!.wordsMs, 3),
        ]),
  ]);
  return table([title, 'build s', '', '2 characters ms', '', '20 ms', '', 'two words ms', ''], rows);
}

/** What the other libraries index. */
export function paragraphs(articles: readonly CorpusArticle[]): string[] {
  return articles.flatMap(({ text }) => text.split('\n'));
}

/** `0.078×`, `2.8×`, `75×`, `1400×`. */
function times(ratio: number): string {
  return `${Number(ratio.toPrecision(2))}×`;
}
