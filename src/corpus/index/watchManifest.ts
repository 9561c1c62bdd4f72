import { type FileWatch, watchFile } from '../storage/watchFile';
import { manifestPath } from './manifestFile';

/** Calls `changed` when a writer, in this window or another, has put a new manifest in place. */
export function watchManifest(storage: string, changed: () => void): FileWatch {
  return watchFile(manifestPath(storage), changed);
}
