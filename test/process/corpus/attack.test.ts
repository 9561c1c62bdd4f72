import assert from 'node:assert/strict';
import { damagedIndexes } from '../../attack/damagedIndexes';
import { hostileFiles } from '../../attack/hostileFiles';
import { hostileFolders } from '../../attack/hostileFolders';
import { kills } from '../../attack/kills';
import { random } from '../../eval/random';
import { buildBuilder } from '../builtBuilder';

/** A share of `npm run attack`, the same each time: a hundredth, of hostile files six kinds that are soon done. */
const DONE: Readonly<Record<string, { share: number; seed: number }>> = { hostileFiles: { share: 0.1, seed: 228 } };

describe('builder and index under attack', function () {
  this.timeout(240_000);
  before(async () => {
    process.env.FANBEN_BUILDER = (await buildBuilder()).builder;
  });
  after(() => {
    delete process.env.FANBEN_BUILDER;
  });

  for (const [name, attack] of Object.entries({ damagedIndexes, hostileFiles, hostileFolders, kills })) {
    it(`stand: ${name}`, async () => {
      const { share, seed } = DONE[name] ?? { share: 0.01, seed: 12 };
      const { faults } = await attack({ share, next: random(seed) });
      assert.deepEqual(faults, []);
    });
  }
});
