/**
 * Asks for the latest input only: waits until the input rests for `delayMs`, gives up what is under way when a newer one
 * comes, and hands on no stale answer.
 *
 * @param ask rejects or answers late as it likes; `signal` tells that nobody waits any more
 */
export function latest<Input, Answer>(
  delayMs: number,
  ask: (input: Input, signal: AbortSignal) => Promise<Answer>,
  show: (answer: Answer, input: Input) => void,
  fail: (error: unknown) => void,
): { (input: Input): void; stop(): void } {
  let current: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    current?.abort();
  };
  const next = (input: Input) => {
    stop();
    const mine = new AbortController();
    current = mine;
    timer = setTimeout(() => {
      ask(input, mine.signal).then(
        answer => {
          if (!mine.signal.aborted) show(answer, input);
        },
        error => {
          if (!mine.signal.aborted) fail(error);
        },
      );
    }, delayMs);
  };
  return Object.assign(next, { stop });
}
