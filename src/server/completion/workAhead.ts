/** Starts some work, in place of any under way. `step` does a fraction of a millisecond of it; false: there is no more. */
export type WorkAhead = (step: () => boolean) => void;

/** Uses the time between requests: one step at each turn of the event loop, so that a message waits for one step at most. */
export function createWorkAhead(report: (problem: string) => void): WorkAhead {
  let under: NodeJS.Immediate | undefined;
  return step => {
    clearImmediate(under);
    const turn = () => {
      try {
        under = step() ? setImmediate(turn) : undefined;
      } catch (error) {
        report(`work ahead: ${(error as Error).name}`);
      }
    };
    under = setImmediate(turn);
  };
}
