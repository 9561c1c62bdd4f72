import { readFileSync } from 'node:fs';

/** What something took, in milliseconds of processor time: what else the machine is busy with does not count. */
export interface Taken {
  readonly processorMs: number;
  /** The longest stretch in which nothing else could be done. */
  readonly turnMs: number;
}

/** Below it a turn of the loop is the look at it. Milliseconds. */
const LOOK_MS = 0.5;

/** Processor time of the thread that answers, in milliseconds; of all threads, those that collect garbage too, where only that is known. */
function processorMs(): number {
  try {
    return Number(/^\d+/.exec(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1'))![0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** Does something, looking at the processor time of every turn of the event loop until it is done. */
export async function taken(what: () => Promise<unknown>): Promise<Taken> {
  let [allMs, turnMs] = [0, 0];
  let before = processorMs();
  const look = () => {
    const now = processorMs();
    const ms = now - before;
    before = now;
    if (ms > LOOK_MS) allMs += ms;
    turnMs = Math.max(turnMs, ms);
  };
  let isDone = false;
  const turns = new Promise<void>(ended => {
    const turn = () => {
      look();
      if (isDone) ended();
      else setImmediate(turn);
    };
    setImmediate(turn);
  });
  try {
    await what();
  } finally {
    isDone = true;
    await turns;
  }
  return { processorMs: allMs, turnMs };
}
