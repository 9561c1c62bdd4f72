/** What is to be done: look what has changed, or read everything again. */
export type Wanted = 'look' | 'everything';

/** Work that is wanted now and again, and done by one worker at a time until nothing is wanted. */
export interface WantedWork {
  /** It is begun if nobody is at work. Of several wishes before it begins, everything counts. */
  want(what: Wanted): void;
  isWanted(): boolean;
  /** Nothing is wanted any more; what is under way goes on. */
  forget(): void;
  /** Resolves when nothing is wanted and nobody is at work. */
  whenIdle(): Promise<void>;
}

/** `act` does it, and may reject: `failed` is told of that. */
export function createWantedWork(act: (what: Wanted) => Promise<void>, failed: (message: string) => void): WantedWork {
  let wanted: Wanted | undefined;
  let working: Promise<void> | undefined;
  const workOff = async () => {
    while (wanted) {
      const what = wanted;
      wanted = undefined;
      await act(what).catch(error => failed(error instanceof Error ? error.message : String(error)));
    }
  };
  const work = () => {
    working ??= workOff().finally(() => {
      working = undefined;
      if (wanted) work();
    });
  };
  return {
    want(what) {
      if (wanted !== 'everything') wanted = what;
      work();
    },
    isWanted: () => wanted !== undefined,
    forget() {
      wanted = undefined;
    },
    async whenIdle() {
      while (working) await working;
    },
  };
}
