import assert from 'node:assert/strict';
import { restartDelay } from '../../../../src/client/server/restartDelay';

/** The delays after each of these crashes. */
const delays = (times: readonly number[]) => times.map((_, index) => restartDelay(times.slice(0, index + 1)));

describe('restartDelay', () => {
  it('starts again at once after one crash, then slower and slower, then not at all', () => {
    assert.deepEqual(delays([0, 1000, 2000, 3000, 4000, 5000]), [0, 500, 1000, 2000, 4000, undefined]);
  });

  it('forgets crashes that are long past', () => {
    const hourly = Array.from({ length: 20 }, (_, hour) => hour * 3_600_000);
    assert.deepEqual(
      delays(hourly),
      hourly.map(() => 0),
    );
  });
});
