import { writeManifest } from '../../index/manifestFile';
import type { IndexLock } from '../../storage/indexLock';
import type { Ledger } from './ledger';
import { LostLockError } from './storageErrors';

/** Makes the state of the ledger the one that readers see. Throws `LostLockError`. */
export type Publish = () => Promise<void>;

/** `nextCluster`: the first number of near-duplicates that is free. `published` is called when readers can see it. */
export function publisher(
  storage: string,
  ledger: Ledger,
  nextCluster: () => number,
  lock: IndexLock,
  published: () => void,
): Publish {
  return async () => {
    if (!(await lock.isHeld())) throw new LostLockError('The lock of the index was taken over.');
    const manifest = ledger.manifest(nextCluster());
    ledger.changed = false;
    await writeManifest(storage, manifest);
    published();
  };
}
