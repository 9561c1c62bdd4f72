import assert from 'node:assert/strict';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { openFiles } from '../../../src/library/openFiles';

describe('files that are read again and again', () => {
  /** What was opened and closed, in order. */
  const recorded = (idleMs: number) => {
    const events: string[] = [];
    const open = async (path: string) => {
      events.push(`open ${path}`);
      return { close: async () => void events.push(`close ${path}`) } as unknown as FileHandle;
    };
    return { events, files: openFiles(open, idleMs) };
  };
  const LONG = 1_000_000;

  it('are opened once for all who read at once or soon after', async () => {
    const { events, files } = recorded(LONG);
    assert.deepEqual(await Promise.all([1, 2, 3].map(number => files.use('甲', async () => number))), [1, 2, 3]);
    await files.use('乙', async () => undefined);
    await files.use('甲', async () => undefined);
    assert.deepEqual(events, ['open 甲', 'open 乙']);
  });

  it('are closed when nobody reads them any more, never under somebody, and opened again', async () => {
    const { events, files } = recorded(0);
    let done = () => {};
    const reading = files.use('甲', () => new Promise<void>(resolve => (done = resolve)));
    await files.use('甲', async () => undefined);
    await pause(5);
    assert.deepEqual(events, ['open 甲']);
    done();
    await reading;
    while (events.length < 2) await turn();
    await files.use('甲', async () => undefined);
    assert.deepEqual(events, ['open 甲', 'close 甲', 'open 甲']);
  });

  it('are opened anew behind a failure, of opening or of reading', async () => {
    const { events, files } = recorded(LONG);
    await assert.rejects(
      files.use('甲', () => Promise.reject(new Error('gone'))),
      /gone/,
    );
    while (events.length < 2) await turn();
    await files.use('甲', async () => undefined);
    assert.deepEqual(events, ['open 甲', 'close 甲', 'open 甲']);
    let fails = true;
    const failing = openFiles(async () => {
      if (fails) throw new Error('locked');
      return {} as FileHandle;
    }, LONG);
    await assert.rejects(
      failing.use('甲', async () => 1),
      /locked/,
    );
    fails = false;
    assert.equal(await failing.use('甲', async () => 1), 1);
  });
});
