import { startServer } from '../server/inProcess';
import { speeches, temporaryCorpus } from '../server/temporaryCorpus';
import { type Attack, below, oneOf, part } from './attackKind';

/** Bytes by which the second half may leave more behind than the first. */
const MOST_GROWTH = 12e6;
const CONTEXTS = ['要扑下身子', '以钉钉子精神', '一是', '同志们，', '坚定不移推动', '', '工作的重心'];

/** Completions in drafts that are opened, typed in and closed: memory is as it was. */
export const memory: Attack = async ({ share, next }) => {
  const corpus = await temporaryCorpus(speeches);
  const client = await startServer({ corpus: [corpus.folder], storage: corpus.storage });
  await client.ready();
  const documents = part(1_000, share);
  const each = 100;
  const round = async (count: number) => {
    for (let document = 0; document < count; document++) {
      const uri = await client.open('');
      let text = '';
      for (let i = 0; i < each; i++) {
        const more = oneOf(next, CONTEXTS) + (below(next, 4) === 0 ? '\n' : '');
        text = text.length > 2_000 ? more : text + more;
        const textDocument = { uri, version: i + 2 };
        await client.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
        const lines = text.split('\n');
        const position = { line: lines.length - 1, character: lines.at(-1)!.length };
        await client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
      }
      await client.notify('textDocument/didClose', { textDocument: { uri } });
    }
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  await round(Math.min(20, documents)); // what is made once is there
  const half = await round(Math.ceil(documents / 2));
  const whole = await round(Math.ceil(documents / 2));
  await client.stop();
  await corpus.remove();
  const grown = whole - half;
  const isLeaking = globalThis.gc !== undefined && grown > MOST_GROWTH;
  return {
    counts: { documents, completions: documents * each, 'kB more after the second half': Math.round(grown / 1000) },
    faults: isLeaking ? [`${(grown / 1e6).toFixed(1)} MB more after ${documents / 2} documents`] : [],
  };
};
