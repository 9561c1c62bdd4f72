import assert from 'node:assert/strict';
import { hostilePublishers } from '../../attack/hostilePublishers';
import { random } from '../../eval/random';

describe('a library whose publisher means harm', function () {
  this.timeout(120_000);

  it('is refused by name, or answers: a share of `npm run attack`', async () => {
    const { faults } = await hostilePublishers({ share: 0.008, next: random(15) });
    assert.deepEqual(faults, []);
  });
});
