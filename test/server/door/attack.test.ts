import assert from 'node:assert/strict';
import { editModel } from '../../attack/editModel';
import { endlessTexts } from '../../attack/endlessTexts';
import { nonsense } from '../../attack/nonsense';
import { random } from '../../eval/random';

/** A hundredth of `npm run attack`, the same each time. */
describe('the server under attack', () => {
  for (const [name, attack] of Object.entries({ editModel, endlessTexts, nonsense })) {
    it(`stands: ${name}`, async () => {
      const { faults } = await attack({ share: 0.01, next: random(12) });
      assert.deepEqual(faults, []);
    });
  }
});
