import { createHash } from 'node:crypto';
import { paths } from '../../paths/pathIdentity';

/** Name of the folder that holds the index of these corpus folders: the same in every window that has them, in any order. */
export function storageName(corpus: readonly string[]): string {
  return createHash('sha256').update(corpus.map(paths.keyOf).sort().join('\0')).digest('hex').slice(0, 16);
}
