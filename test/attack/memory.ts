import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startServer } from '../server/inProcess';
import { speeches, temporaryCorpus } from '../server/temporaryCorpus';
import { type Attack, below, oneOf, PATIENCE_MS, part } from './attackKind';
import { NASTY_TEXTS } from './nasty';

/** Bytes by which the second half may leave more behind than the first. */
const MOST_GROWTH = 12e6;
const CONTEXTS = ['要扑下身子', '以钉钉子精神', '一是', '同志们，', '坚定不移推动', '', '工作的重心'];
/** Completions in one document, and what it is opened with: of every twentieth a long text of a nasty kind. */
const COMPLETIONS = 100;
const LONG_EVERY = 20;
const LONG = 20_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Drafts that are opened, typed in, looked at in every way and closed: what the server holds is as it was. */
export const memory: Attack = async ({ share, next }) => {
  const corpus = await temporaryCorpus(speeches);
  const client = await startServer({ corpus: [corpus.folder], storage: corpus.storage });
  await client.ready(0, PATIENCE_MS);
  const documents = part(1_000, share);
  const use = async (number: number) => {
    const uri = await client.open(number % LONG_EVERY === 0 ? oneOf(next, NASTY_TEXTS).make(LONG) : '');
    const textDocument = { uri };
    let text = '';
    for (let i = 0; i < COMPLETIONS; i++) {
      const more = oneOf(next, CONTEXTS) + (below(next, 4) === 0 ? '\n' : '');
      text = text.length > 2_000 ? more : text + more;
      await client.notify('textDocument/didChange', {
        textDocument: { uri, version: i + 2 },
        contentChanges: [{ text }],
      });
      const lines = text.split('\n');
      const position = { line: lines.length - 1, character: lines.at(-1)!.length };
      await client.connection.sendRequest('textDocument/completion', { textDocument, position });
    }
    const start = { line: 0, character: 1 };
    await client.connection.sendRequest('fanben/check', { textDocument });
    await client.connection.sendRequest('textDocument/hover', { textDocument, position: start });
    await client.connection.sendRequest('textDocument/documentSymbol', { textDocument });
    await client.notify('textDocument/didClose', { textDocument });
  };
  let used = 0;
  const held = async (count: number) => {
    for (let document = 0; document < count; document++) await use(used++);
    collectGarbage();
    return process.memoryUsage();
  };
  await held(Math.min(20, documents)); // what is made once is there
  const half = await held(Math.ceil(documents / 2));
  const whole = await held(Math.ceil(documents / 2));
  await client.stop();
  await corpus.remove();
  const grown = whole.heapUsed + whole.external - half.heapUsed - half.external;
  return {
    counts: {
      'documents opened and closed': used,
      completions: used * COMPLETIONS,
      'MB of objects': Math.round(whole.heapUsed / 1e6),
      'MB of all memory': Math.round(whole.rss / 1e6),
      'kB more after the second half': Math.round(grown / 1000),
    },
    faults: grown > MOST_GROWTH ? [`${(grown / 1e6).toFixed(1)} MB more after ${documents / 2} documents`] : [],
  };
};
