import { basename, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { ignoredKind } from './formats/ignoredKinds';

/** Editors write a file in several steps, and a folder is copied file by file. */
const SETTLE_MS = 300;
/** Where the system cannot watch (too many folders, some network drives) we look now and then. */
const LOOK_MS = 60_000;

export interface FolderWatch {
  close(): Promise<void>;
}

/**
 * Calls `changed` when files of the corpus were added, changed or deleted, once for a burst of changes; and `stirred`
 * when such a burst begins. Folders may be missing, and come later.
 */
export function watchFolders(
  corpus: readonly string[],
  never: readonly string[],
  { stirred, changed }: { readonly stirred: () => void; readonly changed: () => void },
): FolderWatch {
  const roots = new Set(corpus.map(path => resolve(path)));
  const closed = never.map(path => resolve(path));
  let settling: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;

  const ignored = (path: string, stats?: { isFile(): boolean }) => {
    const full = resolve(path);
    if (roots.has(full)) return false;
    if (closed.some(folder => full === folder || full.startsWith(folder + sep))) return true;
    if (/^(\.|~\$)/.test(basename(full))) return true;
    return stats?.isFile() === true && ignoredKind(basename(full)) !== null;
  };
  const watcher = watch([...roots], { ignored, ignoreInitial: true, ignorePermissionErrors: true });
  watcher.on('all', () => {
    if (!settling) stirred();
    clearTimeout(settling);
    settling = setTimeout(() => {
      settling = undefined;
      changed();
    }, SETTLE_MS);
  });
  watcher.on('error', () => {
    looking ??= setInterval(changed, LOOK_MS).unref();
  });
  return {
    async close() {
      clearTimeout(settling);
      clearInterval(looking);
      await watcher.close();
    },
  };
}
