import assert from 'node:assert/strict';
import { damagedIndexes } from '../../attack/damagedIndexes';
import { hostileFolders } from '../../attack/hostileFolders';
import { kills } from '../../attack/kills';
import { random } from '../../eval/random';
import { buildBuilder } from '../builtBuilder';

/** A hundredth of `npm run attack`, the same each time. */
describe('builder and index under attack', function () {
  this.timeout(120_000);
  before(async () => {
    process.env.FANBEN_BUILDER = (await buildBuilder()).builder;
  });
  after(() => {
    delete process.env.FANBEN_BUILDER;
  });

  for (const [name, attack] of Object.entries({ damagedIndexes, hostileFolders, kills })) {
    it(`stand: ${name}`, async () => {
      const { faults } = await attack({ share: 0.01, next: random(12) });
      assert.deepEqual(faults, []);
    });
  }
});
