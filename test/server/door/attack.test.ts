import assert from 'node:assert/strict';
import { editModel } from '../../attack/editModel';
import { endlessTexts } from '../../attack/endlessTexts';
import { fiveWindows } from '../../attack/fiveWindows';
import { memory } from '../../attack/memory';
import { narrowMemory } from '../../attack/narrowMemory';
import { nonsense } from '../../attack/nonsense';
import { sideFiles } from '../../attack/sideFiles';
import { random } from '../../eval/random';

/** A share of `npm run attack`, the same each time: a hundredth, of what takes longer less, of what is cheap more. */
const SHARES: Readonly<Record<string, number>> = { memory: 0.002, narrowMemory: 0.003, sideFiles: 0.06 };

describe('the server under attack', function () {
  this.timeout(240_000);
  const attacks = { editModel, endlessTexts, nonsense, memory, narrowMemory, sideFiles, fiveWindows };
  for (const [name, attack] of Object.entries(attacks)) {
    it(`stands: ${name}`, async () => {
      const { faults } = await attack({ share: SHARES[name] ?? 0.01, next: random(12) });
      assert.deepEqual(faults, []);
    });
  }
});
