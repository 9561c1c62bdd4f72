/**
 * Work that is done a little at a time: it yields after each piece, so that whoever does it can see to something else in between,
 * or leave it. `function*` makes it, {@link finish} does it at once.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Does all of it at once: for tests, the command line, short texts. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Is it time to give way, behind the small piece of this number (from 0)? So many are done in a fraction of a millisecond that giving way
 * costs nothing.
 */
export function endsStep(index: number): boolean {
  return index % 256 === 255;
}
