import { schemas } from '../../src/server/protocol/protocol';
import { startServer } from '../server/inProcess';
import { speeches, temporaryCorpus } from '../server/temporaryCorpus';
import { type Attack, below, oneOf, PATIENCE_MS, part } from './attackKind';
import { NASTY_PIECES } from './nasty';

/** Names that messages have, so that nonsense comes past the first check. */
const KEYS = [
  'textDocument',
  'uri',
  'position',
  'line',
  'character',
  'range',
  'start',
  'end',
  'text',
  'words',
  'limit',
];
const MORE_KEYS = ['path', 'entry', 'paragraph', 'offset', 'length', 'slots', 'name', 'ranges', 'articles', 'texts'];
const NUMBERS = [0, -1, 1, 0.5, 2 ** 31, 2 ** 53, 1e308, Number.NaN];

function nonsenseValue(next: () => number, depth: number): unknown {
  const kind = below(next, depth > 0 ? 7 : 4);
  if (kind === 0) return oneOf(next, NUMBERS);
  if (kind === 1) return oneOf(next, NASTY_PIECES).repeat(below(next, 50));
  if (kind === 2) return oneOf(next, [null, true, false, 'untitled:nonsense', '/', '..']);
  if (kind === 3) return below(next, 10);
  if (kind === 4) return Array.from({ length: below(next, 5) }, () => nonsenseValue(next, depth - 1));
  const keys = Array.from({ length: below(next, 6) }, () => oneOf(next, [...KEYS, ...MORE_KEYS]));
  return Object.fromEntries(keys.map(key => [key, nonsenseValue(next, depth - 1)]));
}

/** Nonsense for the params of every message: each request has an answer, and the server goes on. */
export const nonsense: Attack = async ({ share, next }) => {
  const corpus = await temporaryCorpus(speeches);
  const client = await startServer({ corpus: [corpus.folder], storage: corpus.storage });
  await client.ready(0, PATIENCE_MS);
  await client.open('要扑下身子', 'untitled:nonsense');
  const methods = Object.keys(schemas);
  const faults: string[] = [];
  const messages = part(11_000, share);
  let answered = 0;
  for (let i = 0; i < messages; i++) {
    const method = oneOf(next, methods);
    // These would change the corpus under the question at the end.
    if (/setCorpus|reindex|cancelIndexing|forgetChoices/.test(method)) continue;
    const params = nonsenseValue(next, 3);
    const isHeard = /fanben\/(set|list)/.test(method);
    const sent = isHeard
      ? client.connection.sendNotification(method, params)
      : client.connection.sendRequest(method, params).then(
          () => answered++,
          () => answered++,
        );
    const isInTime = await Promise.race([
      sent.then(() => true),
      new Promise(done => setTimeout(done, PATIENCE_MS, false)),
    ]);
    if (!isInTime) faults.push(`message ${i}, ${method}: no answer`);
    if (faults.length > 0) break;
  }
  const items = await client.complete('各级干部要扑下身子|');
  if (!items.some(({ label }) => label.includes('抓落实'))) faults.push('completion does not know what it knew');
  await client.stop();
  await corpus.remove();
  return { counts: { messages, answers: answered }, faults };
};
