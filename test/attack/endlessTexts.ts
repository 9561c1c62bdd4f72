import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DocumentMethod } from '../../src/server/door/router';
import { startServer } from '../server/inProcess';
import type { LspClient } from '../server/lspClient';
import { speeches, temporaryCorpus } from '../server/temporaryCorpus';
import { type Attack, part } from './attackKind';
import { NASTY_PIECES, nastyText } from './nasty';

/** UTF-16 code units of the short text and of the long one. */
const SHORT = 25_000;
const LONG = 200_000;
/** Linear is eight times; the rest is room for garbage and a busy machine. What is quadratic is 64. */
const MOST_GROWTH = 30;
/** Below it nothing is told of growth. Milliseconds. */
const NOTICED_MS = 60;

type Ask = (client: LspClient, text: string) => Promise<unknown>;

/** About a document of that text, with the cursor in its last line. */
const about =
  (method: DocumentMethod, more: object = {}): Ask =>
  async (client, text) => {
    const uri = await client.open(text);
    const lines = text.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)!.length };
    const range = { start: { line: 0, character: 0 }, end: position };
    const params = { textDocument: { uri }, position, positions: [position], range, ranges: [range], ...more };
    try {
      return await client.connection.sendRequest(method, params);
    } finally {
      await client.notify('textDocument/didClose', { textDocument: { uri } });
    }
  };

/** Every request that is about a text. */
const REQUESTS: Readonly<Record<string, Ask>> = {
  completion: about('textDocument/completion'),
  inlineCompletion: about('textDocument/inlineCompletion', { context: { triggerKind: 1 } }),
  hover: about('textDocument/hover'),
  onTypeFormatting: about('textDocument/onTypeFormatting'),
  documentSymbol: about('textDocument/documentSymbol'),
  foldingRange: about('textDocument/foldingRange'),
  selectionRange: about('textDocument/selectionRange'),
  codeAction: about('textDocument/codeAction', { context: { diagnostics: [] } }),
  renumber: about('fanben/renumber'),
  moveSection: about('fanben/moveSection', { direction: 'up' }),
  length: about('fanben/length'),
  wordDocument: about('fanben/wordDocument'),
  formattedText: about('fanben/formattedText'),
  lookUp: (client, text) => client.request('fanben/lookUp', { words: text, limit: 50 }),
  slotCandidates: (client, text) => client.connection.sendRequest('fanben/slotCandidates', { text }),
  composeFrame: (client, text) => client.connection.sendRequest('fanben/composeFrame', { text, slots: [], name: text }),
  wordStarts: (client, text) => client.connection.sendRequest('fanben/wordStarts', { texts: [text] }),
};

/** Every request with 200,000 characters of every nasty piece: time grows with the text, and the server goes on. */
export const endlessTexts: Attack = async ({ share, next }) => {
  const corpus = await temporaryCorpus(speeches);
  const client = await startServer({ corpus: [corpus.folder], storage: corpus.storage });
  await client.ready();
  const faults: string[] = [];
  const all = Object.entries(REQUESTS).flatMap(([name, ask]) => NASTY_PIECES.map(piece => ({ name, ask, piece })));
  const chosen = all.map(one => ({ one, key: next() })).sort((a, b) => a.key - b.key);
  const cases = chosen.slice(0, part(all.length, share)).map(({ one }) => one);
  const turns = monitorEventLoopDelay({ resolution: 10 });
  turns.enable();
  const slow: { what: string; ms: number; turnMs: number }[] = [];
  for (const { name, ask, piece } of cases) {
    const time = async (length: number) => {
      turns.reset();
      const start = process.cpuUsage();
      // Refused is an answer, too.
      await ask(client, nastyText(piece, length)).catch(() => undefined);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    const short = await time(SHORT);
    const long = await time(LONG);
    const what = `${name} of ${JSON.stringify(piece)}: ${short.toFixed(0)} ms, ${long.toFixed(0)} ms`;
    slow.push({ what, ms: long, turnMs: turns.max / 1e6 });
    const isSlow = long > NOTICED_MS && long > Math.max(short, NOTICED_MS / 8) * MOST_GROWTH;
    if (isSlow && (await time(LONG)) > Math.max(await time(SHORT), NOTICED_MS / 8) * MOST_GROWTH) faults.push(what);
  }
  turns.disable();
  for (const { what, turnMs } of slow.sort((a, b) => b.turnMs - a.turnMs).slice(0, share < 0.2 ? 0 : 8))
    console.log(`  longest turn ${turnMs.toFixed(0)} ms: ${what}`);
  await client.stop();
  await corpus.remove();
  return { counts: { 'requests with nasty texts': cases.length * 2 }, faults };
};
