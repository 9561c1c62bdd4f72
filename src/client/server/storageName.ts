import { createHash } from 'node:crypto';

/** Name of the folder that holds the index of these corpus folders: the same in every window that has them, in any order. */
export function storageName(corpus: readonly string[]): string {
  return createHash('sha256')
    .update([...corpus].sort().join('\0'))
    .digest('hex')
    .slice(0, 16);
}
