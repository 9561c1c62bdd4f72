import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { SERVER_ENVIRONMENT, SERVER_FLAGS } from '../../src/client/server/serverFlags';
import { openBackground } from '../../src/corpus/background/openBackground';
import { openModel } from '../../src/corpus/model/openModel';
import type { CorpusView } from '../../src/engine/index/segment';
import { quantiles } from '../eval/quantiles';
import { random } from '../eval/random';
import { table } from '../eval/table';
import type { FirstCompletion } from './firstCompletion';
import type { MeasuredIndex } from './measuredIndex';
import { questions, timed } from './questions';
import { drawSamples, type SampleSizes } from './samples';

export const SEED = 12;
export const SIZES: SampleSizes = { drafts: 10, draftLength: 400, phrases: 600, queries: 300 };
const STARTS = 3;
export const MEDIA = join(process.env.FANBEN_ROOT ?? '.', 'media');

/** Building, and every kind of question, against the index in memory. */
export async function printSpeed({ view, characters, seconds }: MeasuredIndex, name: string): Promise<void> {
  const millions = characters / 1e6;
  console.log(`\n${name}: ${millions.toFixed(1)} M characters in ${view.length} segments`);
  console.log(`build: ${seconds.toFixed(1)} s, ${(millions / seconds).toFixed(2)} M characters/s, from files to index`);
  const samples = drawSamples(view, SIZES, random(SEED));
  const background = await openBackground(join(MEDIA, 'background.bin'));
  const asked = questions(view, samples, background, await openModel(join(MEDIA, 'model.bin')));
  const { completion } = questions(view, samples, background);
  const rows = Object.entries({ ...asked, 'completion without the model': completion }).map(([kind, list]) => {
    timed(list.slice(0, list.length / 10)); // warm
    const { p50, p95, p99, max } = quantiles(timed(list));
    return [kind, list.length, ...[p50, p95, p99, max].map(ms => ms.toFixed(3))];
  });
  console.log(`\n${table(['milliseconds', 'asked', 'p50', 'p95', 'p99', 'max'], rows)}`);
}

/** Prints what `start` measures. */
export function printStart({ view, storage }: MeasuredIndex): void {
  const { firstMs, megabytesFirst, megabytesWarm, lists } = start(view, storage);
  console.log(
    `\nwarm start to first completion: ${firstMs.toFixed(0)} ms at ${megabytesFirst.toFixed(0)} MB; ` +
      `${megabytesWarm.toFixed(0)} MB after ${lists} more (Node itself included)`,
  );
}

/** Starts a process as the language server's, as often as it takes to see past a busy moment. `lists`: how many warm it. */
export function start(view: CorpusView, storage: string): FirstCompletion & { readonly lists: number } {
  const [draft = ''] = drawSamples(view, SIZES, random(SEED + 1)).drafts;
  const script = join(__dirname, 'firstCompletion.cjs');
  const options = { encoding: 'utf8', env: { ...process.env, ...SERVER_ENVIRONMENT } } as const;
  const starts = Array.from({ length: STARTS }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, [...SERVER_FLAGS, script, storage, draft], options);
    if (stdout === '') throw new Error(`The first completion failed: ${stderr}`);
    return JSON.parse(stdout) as FirstCompletion;
  });
  return { ...starts.reduce((a, b) => (b.firstMs < a.firstMs ? b : a)), lists: draft.length };
}
