import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createWorkAhead } from '../../../../src/server/completion/workAhead';

const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await nextTurn();
};

describe('createWorkAhead', () => {
  it('does one step a turn until there is no more, and gives up what is replaced', async () => {
    const done: string[] = [];
    const work = createWorkAhead(assert.fail);
    work(() => done.push('old') < 100);
    await turns(2);
    const before = done.length;
    assert.ok(before > 0 && before < 100);
    let left = 3;
    work(() => done.push('new') > 0 && --left > 0);
    await turns(10);
    assert.deepEqual(done.slice(before), ['new', 'new', 'new']);
  });
  it('reports a failure without the text it failed on, and stops', async () => {
    const problems: string[] = [];
    const work = createWorkAhead(problem => problems.push(problem));
    work(() => {
      throw new TypeError('守初心担使命');
    });
    await turns(5);
    assert.deepEqual(problems, ['work ahead: TypeError']);
  });
});
