import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createGate, waitAfter } from '../../../../src/library/store/backOff';
import { patientStore } from '../../../../src/library/store/patientStore';
import { type Store, storeErrors } from '../../../../src/library/store/store';
import { fakeClock } from '../../../fixtures/fakeClock';
import { runs } from '../../../fixtures/runs';

const turn = () => new Promise(resolve => setImmediate(resolve));

describe('what a store has failed waits', () => {
  it('twice as long after each failure, never longer than it may, and as chance will within the half of it', () => {
    const number = fc.integer({ min: 1, max: 1_000 });
    const chance = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(number, number, number, chance, (failures, firstMs, more, random) => {
        const pace = { firstMs, mostMs: firstMs + more };
        const wait = waitAfter(failures, pace, random);
        const whole = Math.min(pace.mostMs, firstMs * 2 ** (failures - 1));
        assert.ok(wait >= whole / 2 && wait <= whole, `${wait}`);
        assert.ok(waitAfter(failures + 1, pace, random) >= wait);
        // Two who fail at the same moment do not come back at the same.
        assert.ok(random < 0.001 || waitAfter(failures, pace, 0) < wait);
      }),
      runs(300),
    );
  });

  it('at a gate that opens later each time, counts those who were under way once, and forgets at the first success', () => {
    const clock = fakeClock(() => 0.999_999);
    const gate = createGate({ firstMs: 100, mostMs: 350 }, clock);
    assert.ok(gate.isOpen());
    for (const wait of [100, 200, 350, 350]) {
      for (let under = 0; under < 24; under++) gate.failed();
      clock.advance(wait - 1);
      assert.ok(!gate.isOpen(), `before ${wait}`);
      clock.advance(1);
      assert.ok(gate.isOpen(), `after ${wait}`);
    }
    gate.failed();
    gate.succeeded();
    assert.ok(gate.isOpen());
    gate.failed();
    clock.advance(100);
    assert.ok(gate.isOpen());
  });
});

describe('a patient store', () => {
  const busy = storeErrors.failed('s3://县委/库', 503);
  /** Fails so often as `failures` are left, then answers. */
  const failing = (failures: Error[], asked: string[]): Store => {
    const answer =
      <T>(name: string, value: T) =>
      async () => {
        asked.push(name);
        const failure = failures.shift();
        if (failure) throw failure;
        return value;
      };
    return {
      target: 's3://县委/库',
      readManifest: answer('readManifest', 'same' as const),
      replaceManifest: answer('replaceManifest', 'v2'),
      readObject: answer('readObject', new Uint8Array(3)),
      readRange: answer('readRange', new Uint8Array(2)),
      hasObject: answer('hasObject', true),
      writeObject: answer('writeObject', undefined),
      removeObject: answer('removeObject', undefined),
    };
  };
  const asks: { readonly [name: string]: (store: Store) => Promise<unknown> } = {
    readManifest: store => store.readManifest(),
    replaceManifest: store => store.replaceManifest(new Uint8Array(), null),
    readObject: store => store.readObject('a', 3),
    readRange: store => store.readRange('a', 0, 2),
    hasObject: store => store.hasObject('a'),
    writeObject: store => store.writeObject('a', new Uint8Array()),
    removeObject: store => store.removeObject('a'),
  };

  for (const [name, ask] of Object.entries(asks))
    it(`asks again for ${name}, a little later each time, and gives up`, async () => {
      const clock = fakeClock();
      const asked: string[] = [];
      const store = patientStore(failing([busy, busy], asked), { clock });
      const answered = ask(store);
      await turn();
      assert.deepEqual([asked.length, clock.pauses], [1, [187.5]]);
      clock.advance(187);
      await turn();
      assert.equal(asked.length, 1, 'too early');
      clock.advance(1);
      await turn();
      assert.deepEqual([asked.length, clock.pauses], [2, [187.5, 375]]);
      clock.advance(375);
      await answered;
      assert.deepEqual(asked, [name, name, name]);

      const without = [busy, busy, busy, busy];
      const inVain = assert.rejects(ask(patientStore(failing(without, asked), { clock })), busy);
      for (let i = 0; i < 5; i++, await turn()) clock.advance(1_000);
      await inVain;
      assert.equal(without.length, 1);
    });

  it('asks no second time where that cannot help, or nobody waits any more', async () => {
    for (const error of [
      storeErrors.refused('库', 403),
      storeErrors.wrong('库', 'a'),
      storeErrors.missing('库', 'a'),
    ]) {
      const asked: string[] = [];
      await assert.rejects(patientStore(failing([error], asked), { clock: fakeClock() }).readManifest(), error);
      assert.equal(asked.length, 1);
    }
    const closing = new AbortController();
    const asked: string[] = [];
    const patience = { clock: fakeClock(), signal: closing.signal };
    const waiting = assert.rejects(patientStore(failing([busy], asked), patience).readManifest());
    await turn();
    closing.abort();
    await waiting;
    assert.equal(asked.length, 1);
  });

  it('tells of no byte twice', async () => {
    const clock = fakeClock();
    let tries = 0;
    const breaking: Store = {
      ...failing([], []),
      async readObject(_name, _most, { arrived } = {}) {
        arrived?.(40);
        if (tries++ === 0) throw busy;
        arrived?.(60);
        return new Uint8Array(100);
      },
    };
    const told: number[] = [];
    const read = patientStore(breaking, { clock }).readObject('a', 100, { arrived: bytes => told.push(bytes) });
    await turn();
    clock.advance(1_000);
    await read;
    assert.deepEqual(told, [40, 60]);
  });
});
