import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { openReadyBuilder } from '../../../src/corpus/readyBuilder';
import type { BuilderProcess } from '../../../src/corpus/runBuilder';

describe('a builder that is ready', () => {
  /** A process that notes what it is told, and dies when it is killed. */
  function process(): BuilderProcess & { readonly told: string[]; readonly killed: Promise<void> } {
    const events = new EventEmitter();
    const told: string[] = [];
    const killed = new Promise<void>(resolve => events.on('killed', resolve));
    const child = Object.assign(events, {
      connected: true,
      told,
      killed,
      send: ({ type }: { type: string }) => told.push(type),
      kill: () => {
        child.connected = false;
        return events.emit('killed');
      },
    });
    return child as unknown as ReturnType<typeof process>;
  }

  it('is started once for a burst of changes, and given away', () => {
    const started: ReturnType<typeof process>[] = [];
    const startBuilder = () => {
      started.push(process());
      return started.at(-1)!;
    };
    const ready = openReadyBuilder({ startBuilder });
    assert.equal(ready.take(), undefined);
    ready.prepare();
    ready.prepare();
    assert.equal(started.length, 1);
    assert.deepEqual(started[0]!.told, ['prepare']);
    assert.equal(ready.take(), started[0]);
    assert.equal(ready.take(), undefined);
  });

  it('is the one that has built before, and is started anew where that has died', () => {
    const fresh = process();
    const ready = openReadyBuilder({ startBuilder: () => fresh });
    const kept = process();
    ready.keep(kept);
    ready.prepare();
    assert.equal(ready.take(), kept);
    ready.keep(kept);
    kept.kill('SIGKILL');
    ready.prepare();
    assert.equal(ready.take(), fresh);
  });

  it('waits no longer than it is told, and ends when it is dismissed', async () => {
    const ready = openReadyBuilder({}, 1);
    const kept = process();
    ready.keep(kept);
    // The timer of what waits keeps no process alive.
    const alive = setTimeout(() => undefined, 60_000);
    await kept.killed;
    clearTimeout(alive);
    assert.equal(ready.take(), undefined);
    const other = process();
    ready.keep(other);
    ready.dismiss();
    await other.killed;
  });
});
