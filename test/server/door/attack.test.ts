import assert from 'node:assert/strict';
import { editModel } from '../../attack/editModel';
import { endlessTexts } from '../../attack/endlessTexts';
import { memory } from '../../attack/memory';
import { nonsense } from '../../attack/nonsense';
import { random } from '../../eval/random';

/** A share of `npm run attack`, the same each time: a hundredth, of what takes longer less. */
const SHARES: Readonly<Record<string, number>> = { memory: 0.003 };

describe('the server under attack', () => {
  for (const [name, attack] of Object.entries({ editModel, endlessTexts, nonsense, memory })) {
    it(`stands: ${name}`, async () => {
      const { faults } = await attack({ share: SHARES[name] ?? 0.01, next: random(12) });
      assert.deepEqual(faults, []);
    });
  }
});
