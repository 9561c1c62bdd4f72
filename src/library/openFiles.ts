import type { FileHandle } from 'node:fs/promises';

/** Files that are read again and again: each stays open until nobody has read it for a moment. */
export interface OpenFiles {
  /** What `act` makes of it. Throws what opening throws, and what `act` throws: then it is opened anew the next time. */
  use<Made>(path: string, act: (file: FileHandle) => Promise<Made>): Promise<Made>;
}

/** So long; whoever wants to remove a folder, or to unplug a disk, hardly notices. */
const IDLE_MS = 1_000;

interface Held {
  readonly file: Promise<FileHandle>;
  users: number;
  /** Nobody is given it any more. */
  isOver: boolean;
  idle?: NodeJS.Timeout;
}

/** On a share, opening and closing are two ways to the server and back where reading is one. */
export function openFiles(open: (path: string) => Promise<FileHandle>, idleMs: number = IDLE_MS): OpenFiles {
  const files = new Map<string, Held>();
  const end = (path: string, held: Held) => {
    held.isOver = true;
    if (files.get(path) === held) files.delete(path);
    if (held.users === 0) void held.file.then(file => file.close()).catch(() => undefined);
  };
  const opened = (path: string): Held => {
    const known = files.get(path);
    if (known) return known;
    const held: Held = { file: open(path), users: 0, isOver: false };
    files.set(path, held);
    return held;
  };
  return {
    async use(path, act) {
      const held = opened(path);
      clearTimeout(held.idle);
      held.users++;
      try {
        return await act(await held.file);
      } catch (error) {
        held.isOver = true;
        throw error;
      } finally {
        held.users--;
        if (held.isOver) end(path, held);
        else if (held.users === 0) held.idle = setTimeout(() => end(path, held), idleMs).unref();
      }
    },
  };
}
