import { mineFrames } from '../../src/engine/mining/mineFrames';
import type { Gate } from './growth';

/** Clauses of the short text and of the long one. */
const SHORT = 2_000;
const LONG = 16_000;
/** Room for what is collected of the long text's garbage. */
const SLACK = 3;
/** Below it nothing is measured but the clock: a line without a mark is no sentence. Milliseconds. */
const LEAST_MS = 5;

const clause = (i: number) => `要抓${String.fromCharCode(0x4e00 + ((i * 7919) % 20000))}好之风`;

/** Processor time of mining so many clauses that all look alike, in milliseconds. */
function miningMs(clauses: number, joint: string): number {
  const paragraphs = Array.from({ length: clauses }, (_, i) => clause(i))
    .join(joint)
    .split('\n');
  const start = process.cpuUsage();
  mineFrames(paragraphs);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Mining takes time in step with the length of an article, however its clauses are joined. */
export function miningGates(): Gate[] {
  return ['，', '。', '、', '；', '', '\n'].map(joint => ({
    kind: 'linear',
    name: `mining clauses joined by ${JSON.stringify(joint)}, processor time`,
    factor: LONG / SHORT,
    limit: (LONG / SHORT) * SLACK,
    measure() {
      miningMs(500, joint); // warm
      return miningMs(LONG, joint) / Math.max(LEAST_MS, miningMs(SHORT, joint));
    },
  }));
}
