import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { decodeLibrary } from '../../../src/library/libraryManifest';
import { publish } from '../../../src/library/publish';
import { openStore } from '../../../src/library/store/openStore';
import type { Trial } from './trial';

const ROUNDS = 5;

/** Two machines publish to one library at the same time, again and again: neither loses what the other has published. */
export const twoPublishers: Trial = async ({ name, to }, { folder, first, second, corpus, later }, { tell, fault }) => {
  const other = join(folder, `other-${name}`);
  await cp(first, other, { recursive: true });
  await rm(join(other, 'publisher.json'), { force: true });
  const [ours, theirs] = [await openStore(to('twoPublishers')), await openStore(to('twoPublishers'))];
  let merges = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const licence = `round ${round}`;
    const both = await Promise.all([
      publish(ours, { storage: round % 2 ? first : second, corpus: [...corpus, later] }),
      publish(theirs, { storage: other, corpus, licence }),
    ]);
    merges += both[0].merges + both[1].merges;
    const stored = await ours.readManifest();
    const library = stored === null || stored === 'same' ? null : decodeLibrary(stored.bytes, INDEX_VERSION);
    if (!library || 'zh' in library) return fault('the manifest cannot be read');
    if (library.collections.length !== 2)
      fault(`${library.collections.length} collections: one of two publishers was lost`);
    if (library.licence !== licence) fault('what one of two publishers said of the library was lost');
  }
  tell(`two publishers at once, ${ROUNDS} times: both are there, merged ${merges} times`);
};
