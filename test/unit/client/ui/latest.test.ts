import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { latest } from '../../../../src/client/ui/latest';

/** A `latest` whose answers come when the test says so. */
function setUp(delayMs: number) {
  const asked: string[] = [];
  const shown: string[] = [];
  const failed: unknown[] = [];
  const answers = new Map<string, { give: (answer: string) => void; break: (error: Error) => void }>();
  const signals = new Map<string, AbortSignal>();
  const ask = latest<string, string>(
    delayMs,
    (input, signal) => {
      asked.push(input);
      signals.set(input, signal);
      return new Promise((give, reject) => answers.set(input, { give, break: reject }));
    },
    (answer, input) => shown.push(`${input}:${answer}`),
    error => failed.push(error),
  );
  return { ask, asked, shown, failed, answers, signals };
}

describe('latest', () => {
  it('asks once the input rests', async () => {
    const { ask, asked } = setUp(20);
    ask('抓');
    ask('抓落');
    ask('抓落实');
    assert.deepEqual(asked, []);
    await pause(40);
    assert.deepEqual(asked, ['抓落实']);
  });

  it('drops the answer to an older question, and tells the asked that nobody waits', async () => {
    const { ask, shown, answers, signals } = setUp(1);
    ask('旧');
    await pause(20);
    ask('新');
    await pause(20);
    assert.equal(signals.get('旧')?.aborted, true);
    answers.get('新')?.give('2');
    answers.get('旧')?.give('1');
    await pause(5);
    assert.deepEqual(shown, ['新:2']);
  });

  it('tells a failure, unless it is of an older question', async () => {
    const { ask, failed, answers } = setUp(1);
    ask('旧');
    await pause(20);
    ask('新');
    await pause(20);
    const error = new Error('down');
    answers.get('旧')?.break(new Error('cancelled'));
    answers.get('新')?.break(error);
    await pause(5);
    assert.deepEqual(failed, [error]);
  });

  it('shows nothing once stopped', async () => {
    const { ask, asked, shown, answers } = setUp(1);
    ask('一');
    await pause(20);
    ask.stop();
    answers.get('一')?.give('1');
    ask('二');
    ask.stop();
    await pause(20);
    assert.deepEqual([asked, shown], [['一'], []]);
  });
});
