import assert from 'node:assert/strict';
import { endWithParent } from '../../../../src/corpus/builder/family';

describe('a builder', () => {
  /** A system whose time goes on when it is told to. */
  const system = () => {
    const state = { parent: 7, running: new Set([1, 7]), ended: 0, every: 0, tick: () => undefined as unknown };
    endWithParent(7, {
      parent: () => state.parent,
      isRunning: pid => state.running.has(pid),
      end: () => state.ended++,
      every(milliseconds, step) {
        state.every = milliseconds;
        state.tick = step;
      },
    });
    return state;
  };

  it('looks after its parent at least once a second, and lives as long as it does', () => {
    const state = system();
    assert.ok(state.every > 0 && state.every <= 1_000, `every ${state.every} ms`);
    for (let i = 0; i < 100; i++) state.tick();
    assert.equal(state.ended, 0);
  });

  for (const [how, go] of [
    ['is given to another by the system', state => Object.assign(state, { parent: 1 })],
    ['keeps the number of one that is gone', state => void state.running.delete(7)],
  ] as [string, (state: ReturnType<typeof system>) => void][]) {
    it(`ends at the next look where it ${how}`, () => {
      const state = system();
      state.tick();
      go(state);
      assert.equal(state.ended, 0);
      state.tick();
      assert.equal(state.ended, 1);
    });
  }
});
