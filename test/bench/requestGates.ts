import { askAbout, EVERY_REQUEST } from '../attack/everyRequest';
import { NASTY_TEXTS } from '../attack/nasty';
import { type Taken, taken } from '../attack/requestTime';
import { startServer } from '../server/inProcess';
import { speeches, temporaryCorpus } from '../server/temporaryCorpus';
import { type Gate, holds } from './growth';

/** UTF-16 code units of the short text and of the long one: multiples of what the nasty texts repeat, so that both end alike. */
const SHORT = 50_400;
const LONG = 201_600;
/** Room for what is collected of the long text's garbage. */
const SLACK = 2.5;
/** Below it a request is not measured but its noise. Milliseconds of processor time. */
const LEAST_MS = 25;
/** So long a request may keep others waiting. Milliseconds of processor time. */
const MOST_TURN_MS = 200;
/** Of the nasty kinds those that have been the worst of some request. */
const WORST = /^("一是甲；"|"（一）"|"\\n"|一、至|（一）至|首先|五层倒序|一是一是|各字不同|"\\ud842")/;

/**
 * Every request of the protocol about long nasty texts: its time grows with the text, and it never keeps others waiting for long.
 * Prints what it finds; false where a gate is broken.
 */
export async function requestGatesHold(): Promise<boolean> {
  const corpus = await temporaryCorpus(speeches);
  const path = await corpus.write('长.txt', NASTY_TEXTS.map(({ make }) => make(4_000)).join('\n'));
  const client = await startServer({ corpus: [corpus.folder], storage: corpus.storage });
  await client.ready();
  const texts = NASTY_TEXTS.filter(({ name }) => WORST.test(name));
  let isSound = true;
  for (const method of EVERY_REQUEST) {
    /** The shorter of two looks at the longest turn, by text: the machine is never quiet. */
    const turns = new Map<string, number>();
    const ask = async (length: number): Promise<Taken[]> => {
      const all: Taken[] = [];
      for (const { name, make } of texts) {
        const text = make(length);
        const time = await taken(() => askAbout(client, method, text, path, { isTimed: true }));
        if (length === LONG) turns.set(name, Math.min(turns.get(name) ?? Number.POSITIVE_INFINITY, time.turnMs));
        all.push(time);
      }
      return all;
    };
    const gate: Gate = {
      kind: 'linear',
      name: `${method} about nasty texts, processor time`,
      factor: LONG / SHORT,
      limit: (LONG / SHORT) * SLACK,
      async measure() {
        await ask(2_000); // warm
        const [short, long] = [await ask(SHORT), await ask(LONG)];
        return Math.max(...long.map((time, i) => time.processorMs / Math.max(LEAST_MS, short[i]!.processorMs)));
      },
    };
    if (!(await holds(gate))) isSound = false;
    const worst = () => [...turns].reduce((a, b) => (b[1] > a[1] ? b : a));
    if (worst()[1] > MOST_TURN_MS) await ask(LONG);
    if (worst()[1] > MOST_TURN_MS) {
      console.log(`  BROKEN: ${worst()[1].toFixed(0)} ms in one turn, limit ${MOST_TURN_MS}: ${worst()[0]}`);
      isSound = false;
    }
  }
  await client.stop();
  await corpus.remove();
  return isSound;
}
