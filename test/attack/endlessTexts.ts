import { startServer } from '../server/inProcess';
import { speeches, temporaryCorpus } from '../server/temporaryCorpus';
import { type Attack, judgesTime, PATIENCE_MS, part } from './attackKind';
import { askAbout, EVERY_REQUEST } from './everyRequest';
import { anyNastyText, NASTY_TEXTS } from './nasty';
import { taken } from './requestTime';

/** UTF-16 code units of the short text and of the long one. */
const SHORT = 50_000;
const LONG = 200_000;
/** Linear is four times; the rest is room for garbage and a busy machine. What is quadratic is sixteen. */
const MOST_GROWTH = 14;
/** What each of the two doublings between them shows of such growth: one jump alone is another situation, not growth. */
const MOST_DOUBLING = 3;
/** Below it nothing is told of growth. Milliseconds of processor time. */
const NOTICED_MS = 100;
/** For so long a request may keep others waiting, and so much is room for a busy machine. Milliseconds. */
const MOST_TURN = 200;
const BUSY = 2;
/** Kinds of text by chance, beside those that are always tried. */
const MIXED = 40;
const SHOWN = 12;

/** Every request with 200,000 characters of every nasty kind: time grows with the text, others do not wait, the server goes on. */
export const endlessTexts: Attack = async ({ share, next }) => {
  const corpus = await temporaryCorpus(speeches);
  const hostile = await corpus.write('长.txt', NASTY_TEXTS.map(({ make }) => make(4_000)).join('\n'));
  const client = await startServer({ corpus: [corpus.folder], storage: corpus.storage });
  await client.ready(0, PATIENCE_MS);
  const faults: string[] = [];
  const texts = [...NASTY_TEXTS, ...Array.from({ length: MIXED }, () => anyNastyText(next))];
  const all = EVERY_REQUEST.flatMap(method => texts.map(text => ({ method, text, key: next() })));
  const cases = all.sort((a, b) => a.key - b.key).slice(0, part(all.length, share));
  const found: { what: string; processorMs: number; turnMs: number }[] = [];
  for (const { method, text } of cases) {
    const long = text.make(LONG);
    // Both end alike: where a request is about the last line, it has as much to do there.
    const ask = (length: number) =>
      taken(() => askAbout(client, method, long.slice(-length), hostile, { isTimed: true }));
    if (!judgesTime(share)) {
      await ask(LONG);
      continue;
    }
    const [short, whole] = [await ask(SHORT), await ask(LONG)];
    const what = `${method} of ${text.name}: ${short.processorMs.toFixed(0)} ms, ${whole.processorMs.toFixed(0)} ms`;
    found.push({ what, ...whole });
    const isSteep = (few: number, many: number) =>
      many > NOTICED_MS && many > Math.max(few, NOTICED_MS / 8) * MOST_GROWTH;
    // Once more, for the machine is never quiet.
    if (isSteep(short.processorMs, whole.processorMs)) {
      const few = (await ask(SHORT)).processorMs;
      const half = (await ask(2 * SHORT)).processorMs;
      const many = (await ask(LONG)).processorMs;
      if (isSteep(few, many) && half > few * MOST_DOUBLING && many > half * MOST_DOUBLING) faults.push(what);
    }
    if (whole.turnMs > MOST_TURN) {
      const { turnMs } = await ask(LONG);
      if (Math.min(turnMs, whole.turnMs) > MOST_TURN * BUSY)
        faults.push(`${what}, of which ${turnMs.toFixed(0)} in one turn`);
    }
  }
  for (const { what, turnMs } of found.sort((a, b) => b.turnMs - a.turnMs).slice(0, share < 0.2 ? 0 : SHOWN))
    console.log(`  longest turn ${turnMs.toFixed(0)} ms: ${what}`);
  await client.stop();
  await corpus.remove();
  return { counts: { 'requests with nasty texts': cases.length * 2 }, faults };
};
