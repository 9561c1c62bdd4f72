import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { TimeLimitError, withTimeLimit } from '../../../../../src/corpus/builder/importing/timeLimit';

const forever = new Promise<never>(() => undefined);

describe('withTimeLimit', () => {
  const never = new AbortController().signal;
  /** What comes of it, and how it ends. */
  async function drawn(source: AsyncGenerator<number>, limitMs: number, signal = never): Promise<unknown[]> {
    const all: unknown[] = [];
    try {
      for await (const value of withTimeLimit(source, limitMs, signal)) all.push(value);
    } catch (error) {
      all.push((error as Error).name);
    }
    return all;
  }

  it('gives what comes in time, however long all of it takes', async () => {
    async function* steady() {
      for (const value of [1, 2, 3]) {
        await pause(20);
        yield value;
      }
    }
    assert.deepEqual(await drawn(steady(), 10_000), [1, 2, 3]);
  });

  it('gives up an article that never ends, keeps those before it, and waits for nothing', async () => {
    async function* endless() {
      yield 1;
      yield await forever;
    }
    assert.deepEqual(await drawn(endless(), 30), [1, TimeLimitError.name]);
  });

  it('ends within an article when it is cancelled', async () => {
    const cancelling = new AbortController();
    async function* endless() {
      yield 1;
      cancelling.abort();
      yield await forever;
    }
    assert.deepEqual(await drawn(endless(), 1e9, cancelling.signal), [1]);
  });

  it('lets a source end that is left before its end', async () => {
    let isEnded = false;
    async function* open() {
      try {
        for (let value = 0; ; value++) yield value;
      } finally {
        isEnded = true;
      }
    }
    for await (const value of withTimeLimit(open(), 1_000, never)) if (value === 2) break;
    await pause(0);
    assert.ok(isEnded);
  });
});
