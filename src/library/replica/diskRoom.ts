import { stat, statfs } from 'node:fs/promises';
import { segmentPath } from '../../corpus/index/segmentBytes';
import type { Library } from '../library';
import { libraryLimits } from '../limits';
import { segmentId } from '../replicaManifest';
import { StoreError } from '../store/store';

/** @throws {StoreError} where the disk has no room for what is still to come */
export async function checkRoom(folder: string, library: Library, target: string): Promise<void> {
  const wanted = await wantedBeyondRoom(folder, library);
  if (wanted > 0) throw new StoreError(noRoom(target, wanted));
}

/** Bytes of a replica that are still to come, where there is no room for them on the disk; else 0. */
export async function wantedBeyondRoom(folder: string, library: Library): Promise<number> {
  const sizes = await Promise.all(
    library.collections.flatMap(({ segments }) =>
      segments.map(async segment => {
        const here = await sizeOf(segmentPath(folder, segmentId(segment)));
        const frames = segment.frames.reduce((sum, { bytes }) => sum + bytes, 0);
        return here === segment.bytes ? 0 : segment.bytes + frames;
      }),
    ),
  );
  const wanted = sizes.reduce((sum, bytes) => sum + bytes, 0);
  const disk = await statfs(folder).catch(() => null);
  return disk && wanted > 0 && wanted + libraryLimits.spareDiskBytes > disk.bavail * disk.bsize ? wanted : 0;
}

/** Of a file, in bytes; 0 where there is none. */
export const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** Told where so many bytes find no room. */
export const noRoom = (target: string, bytes: number) => ({
  zh: `磁盘空间不够：资料库 ${target} 还需要 ${Math.ceil(bytes / 1e6)} MB。`,
  en: `Not enough room on the disk: the library ${target} needs ${Math.ceil(bytes / 1e6)} MB more.`,
});
