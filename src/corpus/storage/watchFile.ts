import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** Where the system does not tell of changes, this is how late we are. */
const LOOK_MS = 2_000;
/** A rename tells of itself several times. */
const SETTLE_MS = 20;

/** A file being watched. */
export interface FileWatch {
  /**
   * To be waited for before the file is read for another reason than its change: what it is from then on counts as known. A file that
   * comes, is read and goes within a moment would not be missed otherwise.
   */
  remember(): Promise<void>;
  close(): void;
}

/** Calls `changed` when somebody, in this window or another, has put another file in place, or written to this one. */
export function watchFile(path: string, changed: () => void): FileWatch {
  let known: string | undefined;
  let settling: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;

  const fingerprint = () =>
    stat(path).then(
      ({ ino, mtimeMs, size }) => `${ino} ${mtimeMs} ${size}`,
      () => 'none',
    );
  const look = async () => {
    const found = await fingerprint();
    const isNew = known !== undefined && found !== known;
    known = found;
    if (isNew) changed();
    watcher ??= tryWatch();
  };
  /** The folder may not be there yet. */
  const tryWatch = () => {
    try {
      const started = watch(dirname(path), { persistent: false }, (_, name) => {
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
    async remember() {
      known = await fingerprint();
    },
    close() {
      clearInterval(looking);
      clearTimeout(settling);
      watcher?.close();
    },
  };
}
