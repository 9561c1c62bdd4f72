import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { transform } from 'esbuild';
import { ServerProcess } from '../server/childProcess';
import { speeches, temporaryCorpus } from '../server/temporaryCorpus';
import { type Attack, PATIENCE_MS, part } from './attackKind';
import { askAbout, EVERY_REQUEST } from './everyRequest';
import { NASTY_TEXTS } from './nasty';

/** What a request may take beyond what a server holds at rest. Megabytes. */
const MOST = 50;
/** After so many requests it says how far it is. */
const TOLD = 250;
const SHORT = 200;
const LENGTH = 200_000;

/**
 * Every request with 200,000 characters of every nasty kind, to a server whose memory ends 50 MB above what it holds at rest, all
 * its libraries read: it lives to the end, and still knows what it knew.
 */
export const narrowMemory: Attack = async ({ share, next }) => {
  const corpus = await temporaryCorpus(speeches);
  const path = await corpus.write('长.txt', NASTY_TEXTS.map(({ make }) => make(4_000)).join('\n'));
  const options = { corpus: [corpus.folder], storage: corpus.storage };
  // The builder is a process of its own, and needs more.
  const builder = await ServerProcess.start(options);
  await builder.ready(0, PATIENCE_MS);
  await builder.stop();
  const loaded = await loadedFirst(dirname(options.storage));
  const atRest = await megabytesAtRest(options, path, loaded);
  const start = async () => {
    const env = { NODE_OPTIONS: `${loaded} --max-old-space-size=${atRest + MOST}` };
    const server = await ServerProcess.start(options, env);
    await server.ready(0, PATIENCE_MS);
    return server;
  };
  let client = await start();
  const faults: string[] = [];
  const all = EVERY_REQUEST.flatMap(method => NASTY_TEXTS.map(text => ({ method, text, key: next() })));
  const cases = all.sort((a, b) => a.key - b.key).slice(0, part(all.length, share));
  for (const [done, { method, text }] of cases.entries()) {
    if (done % TOLD === TOLD - 1) console.log(`  ${done + 1} of ${cases.length}`);
    const asked = askAbout(client, method, text.make(LENGTH), path).catch(() => undefined);
    await Promise.race([asked, client.exited]);
    if (client.process.exitCode === null && client.process.signalCode === null) continue;
    faults.push(`${method} of ${text.name}: the server has died`);
    console.log(faults.at(-1));
    client = await start();
  }
  const items = await client.complete('各级干部要扑下身子|');
  if (!items.some(({ label }) => label.includes('抓落实'))) faults.push('completion does not know what it knew');
  await client.stop();
  await corpus.remove();
  return { counts: { requests: cases.length, 'MB of objects allowed': atRest + MOST }, faults };
};

/** How Node is told to load `heapAtExit.ts` before all else. */
async function loadedFirst(folder: string): Promise<string> {
  const path = join(folder, 'heapAtExit.cjs');
  const source = await readFile(resolve('test/attack/heapAtExit.ts'), 'utf8');
  await writeFile(path, (await transform(source, { loader: 'ts', format: 'cjs' })).code);
  return `--require=${JSON.stringify(path)}`;
}

/** Megabytes of objects that a server holds that has answered each request once, about little. */
async function megabytesAtRest(
  options: { corpus: string[]; storage: string },
  path: string,
  loaded: string,
): Promise<number> {
  const heapFile = join(options.storage, 'heap');
  const client = await ServerProcess.start(options, { NODE_OPTIONS: loaded, FANBEN_HEAP_FILE: heapFile });
  await client.ready(0, PATIENCE_MS);
  for (const method of EVERY_REQUEST)
    await askAbout(client, method, NASTY_TEXTS[0]!.make(SHORT), path).catch(() => undefined);
  await client.stop();
  return Math.ceil(Number(await readFile(heapFile, 'utf8')) / 1e6);
}
