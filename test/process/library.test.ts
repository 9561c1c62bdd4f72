import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Prepared, prepare } from '../library/material';
import { places } from '../library/places';
import { publishAndRead } from '../library/trials/publishAndRead';
import { tampering } from '../library/trials/tampering';
import type { Place } from '../library/trials/trial';
import { twoPublishers } from '../library/trials/twoPublishers';

const NO_WRITERS = { storage: '', corpus: [], held: [], writers: 0, minutes: 0 };

/** The short trials of `npm run test:library`, each time; killed publishers, broken lines, many writers and the object store are left to it. */
describe('libraries in a folder, and behind nginx where it is here', function () {
  this.timeout(240_000);
  const ends: (() => Promise<void>)[] = [];
  let folder: string;
  let material: Prepared;
  let here: Place[];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fanben-libraries-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    material = await prepare(folder, undefined, { kills: 0, seed: 7 });
    here = await places(folder, false, ends);
  });
  after(async () => {
    for (const end of ends.reverse()) await end();
  });

  for (const [name, trial] of Object.entries({ publishAndRead, tampering, twoPublishers })) {
    it(`stand: ${name}`, async () => {
      const faults: string[] = [];
      for (const place of here) {
        const fault = (what: string) => faults.push(`${place.name}: ${what}`);
        await trial(place, { ...material, large: NO_WRITERS }, { tell: () => {}, fault });
      }
      assert.deepEqual(faults, []);
    });
  }
});
