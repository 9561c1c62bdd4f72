import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { manifestPath } from './manifestFile';

/** Where the system does not tell of changes, this is how late we are. */
const LOOK_MS = 2_000;
/** A rename tells of itself several times. */
const SETTLE_MS = 20;

/** Calls `changed` when a writer, in this window or another, has put a new manifest in place. */
export function watchManifest(storage: string, changed: () => void): { close(): void } {
  const path = manifestPath(storage);
  let known: string | undefined;
  let settling: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;

  const look = async () => {
    const found = await stat(path).then(
      ({ ino, mtimeMs, size }) => `${ino} ${mtimeMs} ${size}`,
      () => 'none',
    );
    const isNew = known !== undefined && found !== known;
    known = found;
    if (isNew) changed();
    watcher ??= tryWatch();
  };
  /** The folder may not be there yet. */
  const tryWatch = () => {
    try {
      const started = watch(storage, { persistent: false }, (_, name) => {
        if (name !== basename(path)) return;
        clearTimeout(settling);
        settling = setTimeout(look, SETTLE_MS);
      });
      started.on('error', () => started.close());
      return started;
    } catch {
      return undefined;
    }
  };
  const looking = setInterval(look, LOOK_MS).unref();
  void look();
  return {
    close() {
      clearInterval(looking);
      clearTimeout(settling);
      watcher?.close();
    },
  };
}
