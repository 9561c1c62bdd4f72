/** Reading one article took too long. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/** What `source` yields, but no longer than `limitMs` for each. Throws `TimeLimitError`; the source is then left behind. */
export async function* withTimeLimit<T>(source: AsyncGenerator<T>, limitMs: number): AsyncGenerator<T> {
  let finished = false;
  try {
    for (;;) {
      const next = await within(source.next(), limitMs);
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

function within<T>(promise: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimeLimitError()), limitMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
