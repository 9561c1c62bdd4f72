import { ServerProcess } from '../server/childProcess';
import { speeches, temporaryCorpus } from '../server/temporaryCorpus';
import { type Attack, part } from './attackKind';
import { askAbout, EVERY_REQUEST } from './everyRequest';
import { NASTY_TEXTS } from './nasty';

/** Megabytes of objects that a server without work holds with this corpus. */
const AT_REST = 22;
/** What a request may take beyond. */
const MOST = 50;
const LENGTH = 200_000;

/**
 * Every request with 200,000 characters of every nasty kind, to a server whose memory ends 50 MB above what it holds at rest: it
 * lives to the end, and still knows what it knew.
 */
export const narrowMemory: Attack = async ({ share, next }) => {
  const corpus = await temporaryCorpus(speeches);
  const path = await corpus.write('长.txt', NASTY_TEXTS.map(({ make }) => make(4_000)).join('\n'));
  const options = { corpus: [corpus.folder], storage: corpus.storage };
  // The builder is a process of its own, and needs more.
  const builder = await ServerProcess.start(options);
  await builder.ready();
  await builder.stop();
  const client = await ServerProcess.start(options, { NODE_OPTIONS: `--max-old-space-size=${AT_REST + MOST}` });
  await client.ready();
  const faults: string[] = [];
  const all = EVERY_REQUEST.flatMap(method => NASTY_TEXTS.map(text => ({ method, text, key: next() })));
  const cases = all.sort((a, b) => a.key - b.key).slice(0, part(all.length, share));
  for (const { method, text } of cases) {
    const asked = askAbout(client, method, text.make(LENGTH), path).catch(() => undefined);
    await Promise.race([asked, client.exited]);
    if (client.process.exitCode === null && client.process.signalCode === null) continue;
    faults.push(`${method} of ${text.name}: the server has died`);
    break;
  }
  if (faults.length === 0) {
    const items = await client.complete('各级干部要扑下身子|');
    if (!items.some(({ label }) => label.includes('抓落实'))) faults.push('completion does not know what it knew');
  }
  await client.stop();
  await corpus.remove();
  return { counts: { requests: cases.length, 'MB of objects allowed': AT_REST + MOST }, faults };
};
