import { setImmediate } from 'node:timers/promises';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Steps } from '../../engine/steps';

/** So long a request works before others are served. Far below what a writer feels, far above what giving way costs. Milliseconds. */
const TURN_MS = 10;

/** Whether nobody waits for the answer any more. */
export type IsCancelled = Pick<CancellationToken, 'isCancellationRequested'>;

/**
 * Does work in turns, between which other messages are served: a key pressed while the outline of a book is made is answered at
 * once. Short work is done in the first turn.
 *
 * @throws {ResponseError} nobody waits for the answer any more
 */
export async function inTurns<Result>(steps: Steps<Result>, token: IsCancelled, turnMs = TURN_MS): Promise<Result> {
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < turnMs) continue;
    await setImmediate();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    since = performance.now();
  }
}

/** Was the work left because nobody waited for it any more? */
export const wasCancelled = (error: unknown): boolean =>
  error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
