/** Entry point of `npm run attack`: see scripts/attack.mjs. */
import { parseArgs } from 'node:util';
import { random } from '../eval/random';
import type { Attack } from './attackKind';
import { damagedIndexes } from './damagedIndexes';
import { editModel } from './editModel';
import { endlessTexts } from './endlessTexts';
import { fiveWindows } from './fiveWindows';
import { hostileFiles } from './hostileFiles';
import { hostileFolders } from './hostileFolders';
import { hostilePublishers } from './hostilePublishers';
import { kills } from './kills';
import { memory } from './memory';
import { narrowMemory } from './narrowMemory';
import { nonsense } from './nonsense';
import { sideFiles } from './sideFiles';

const ATTACKS: Readonly<Record<string, Attack>> = {
  kills,
  damage: damagedIndexes,
  folders: hostileFolders,
  files: hostileFiles,
  beside: sideFiles,
  publishers: hostilePublishers,
  nonsense,
  edits: editModel,
  endless: endlessTexts,
  narrow: narrowMemory,
  windows: fiveWindows,
  memory,
};

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '12' }, share: { type: 'string', default: '1' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(ATTACKS);
  for (const name of names) {
    const attack = ATTACKS[name];
    if (!attack) throw new Error(`no such attack: ${name}; there are ${Object.keys(ATTACKS).join(', ')}`);
    const started = performance.now();
    const { counts, faults } = await attack({ share: Number(values.share), next: random(Number(values.seed)) });
    const told = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
    console.log(`[${name}] ${told.join(', ')}; ${((performance.now() - started) / 1000).toFixed(0)} s`);
    for (const fault of faults.slice(0, 20)) console.log(`  GAVE WAY: ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}

main().then(
  () => process.exit(),
  error => {
    console.error(error);
    process.exit(1);
  },
);
