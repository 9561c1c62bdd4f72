/** Reading one article took too long. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/**
 * What `source` yields, but no longer than `limitMs` for each, and nothing once it is aborted. Throws `TimeLimitError`; the source is
 * then left behind.
 */
export async function* withTimeLimit<T>(
  source: AsyncGenerator<T>,
  limitMs: number,
  signal: AbortSignal,
): AsyncGenerator<T> {
  let finished = false;
  try {
    for (;;) {
      const next = await within(source.next(), limitMs, signal);
      if (next === null) return;
      if (next.done) {
        finished = true;
        return;
      }
      yield next.value;
    }
  } finally {
    // Not waited for: a source that hangs would hang here too.
    if (!finished) source.return(undefined).catch(() => undefined);
  }
}

function within<T>(promise: Promise<T>, limitMs: number, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const abort = () => resolve(null);
    const timer = setTimeout(() => reject(new TimeLimitError()), limitMs);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    });
  });
}
