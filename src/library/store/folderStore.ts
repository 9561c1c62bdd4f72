import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { boundedBytes, openRegular } from '../../corpus/reading/boundedFile';
import { waitForLockAt } from '../../corpus/storage/indexLock';
import { writeAtomic } from '../../corpus/storage/writeAtomic';
import { nameOf } from '../chunks';
import { libraryLimits } from '../limits';
import { openFiles } from '../openFiles';
import { MANIFEST, objectPath, type Store, StoreError, storeErrors } from './store';

/**
 * A library in a folder, of this machine or shared. Who may read it is what the folder's rights say. Two publishers take turns by a
 * lock file with a heartbeat, for no file system that people share can replace a file on condition.
 */
export function folderStore(folder: string): Store {
  const manifest = join(folder, MANIFEST);
  const unreachable = (error: unknown) => storeErrors.unreachable(folder, error);
  const read = async (path: string, name: string, most: number): Promise<Uint8Array | null> => {
    try {
      return await boundedBytes(path, most, () => storeErrors.tooLarge(folder, name));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error instanceof StoreError ? error : unreachable(error);
    }
  };
  const attempt = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      throw unreachable(error);
    }
  };
  const ranges = openFiles(openRegular);
  return {
    target: folder,
    async readManifest(known) {
      const bytes = await read(manifest, MANIFEST, libraryLimits.manifestBytes);
      // A folder that is not there is a drive that is not mounted rather than a library that was removed.
      if (!bytes) return attempt(() => stat(folder).then(() => null));
      const version = nameOf(bytes);
      return version === known ? 'same' : { bytes, version };
    },
    replaceManifest: (bytes, known) =>
      attempt(async () => {
        await mkdir(folder, { recursive: true });
        const lock = await waitForLockAt(join(folder, `${MANIFEST}.lock`), libraryLimits.lockMs);
        if (!lock) return null;
        try {
          const now = await readFile(manifest).then(nameOf, error => (isMissing(error) ? null : Promise.reject(error)));
          if (now !== known || !(await lock.isHeld())) return null;
          await writeAtomic(manifest, [bytes]);
          return nameOf(bytes);
        } finally {
          await lock.release();
        }
      }),
    readObject: (name, most) => read(join(folder, objectPath(name)), name, most),
    async readRange(name, from, length) {
      const path = join(folder, objectPath(name));
      try {
        return await ranges.use(path, async file => {
          const bytes = Buffer.allocUnsafe(length);
          const { bytesRead } = await file.read(bytes, 0, length, from);
          if (bytesRead < length) throw storeErrors.wrong(folder, name);
          return bytes;
        });
      } catch (error) {
        if (error instanceof StoreError) throw error;
        // A folder that is not there is a drive that is not mounted.
        const isThere = isMissing(error) && (await stat(folder).catch(() => null)) !== null;
        throw isThere ? storeErrors.missing(folder, name) : unreachable(error);
      }
    },
    hasObject: (name, bytes) =>
      stat(join(folder, objectPath(name))).then(
        ({ size }) => bytes === undefined || size === bytes,
        error => (isMissing(error) ? false : Promise.reject(unreachable(error))),
      ),
    writeObject: (name, bytes) =>
      attempt(async () => {
        const path = join(folder, objectPath(name));
        await mkdir(dirname(path), { recursive: true });
        await writeAtomic(path, [bytes]);
      }),
    removeObject: name => attempt(() => rm(join(folder, objectPath(name)), { force: true })),
  };
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
