/** What something took, in milliseconds of processor time: what else the machine is busy with does not count. */
export interface Taken {
  readonly processorMs: number;
  /** The longest stretch in which nothing else could be done. */
  readonly turnMs: number;
}

/** Below it a turn of the loop is the look at it. Milliseconds. */
const LOOK_MS = 0.5;

/** Does something, looking at the processor time of every turn of the event loop until it is done. */
export async function taken(what: () => Promise<unknown>): Promise<Taken> {
  let [processorMs, turnMs] = [0, 0];
  let before = process.cpuUsage();
  const look = () => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    const ms = (user + system) / 1000;
    if (ms > LOOK_MS) processorMs += ms;
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
  return { processorMs, turnMs };
}
