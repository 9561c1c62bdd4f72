import { type FileHandle, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { boundedBytes } from '../reading/boundedFile';

/** What we keep of a corpus is as confidential as the corpus: nobody else on the machine reads it. */
export const OWN_FILE = 0o600;
/** Mode of our folders: nobody else enters them. */
export const OWN_FOLDER = 0o700;

/**
 * What keeping an index safe needs of a file system. Errors carry the `code` of Node: `ENOENT`, `EEXIST`, and on Windows `EPERM`,
 * `EBUSY` or `EACCES` where somebody has the file open. Tests put one in place that behaves as Windows and macOS do.
 */
export interface FileSystem {
  read(path: string): Promise<Buffer>;
  /** Makes or replaces a file, readable by its owner alone, and brings it to the disk. `isNew`: fails where there is one. */
  write(path: string, pieces: readonly Uint8Array[], options?: { readonly isNew?: boolean }): Promise<void>;
  /** Puts a file in the place of another, at once. */
  rename(from: string, to: string): Promise<void>;
  /** Nothing there is as good as removed. */
  remove(path: string): Promise<void>;
  /** Names in a folder. */
  names(folder: string): Promise<string[]>;
  /** When a file was last written or touched: milliseconds of the epoch. */
  modified(path: string): Promise<number>;
  touch(path: string): Promise<void>;
  /** A rename outlives a power cut once its folder is on the disk. Fails where folders cannot be opened. */
  syncFolder(folder: string): Promise<void>;
}

/** What waiting needs of a clock. Tests put one in place that they move themselves. */
export interface Clock {
  /** Milliseconds of the epoch. */
  now(): number;
  pause(milliseconds: number): Promise<unknown>;
  /** Takes the step again and again; what is returned ends it. Keeps no process alive. */
  every(milliseconds: number, step: () => void): () => void;
}

/** The process that writes, as its locks name it. */
export interface Writer {
  readonly pid: number;
  readonly host: string;
  /** Whether a process of this machine lives. */
  isRunning(pid: number): boolean;
}

/** Files, time and processes, as the code that keeps an index safe sees them. */
export interface World {
  readonly files: FileSystem;
  readonly clock: Clock;
  readonly writer: Writer;
}

/** A write may take less than it was given. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

/** Nothing of ours is larger: what is has been put in its place, or never ends. */
const MOST_BYTES = 1 << 30;

/** The world as it is. */
export const theWorld: World = {
  files: {
    read: path => boundedBytes(path, MOST_BYTES, () => Object.assign(new Error('too large'), { code: 'EFBIG' })),
    async write(path, pieces, { isNew = false } = {}) {
      const file = await open(path, isNew ? 'wx' : 'w', OWN_FILE);
      try {
        for (const piece of pieces) await writeAll(file, piece);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    rename,
    remove: path => rm(path, { force: true }),
    names: folder => readdir(folder),
    modified: async path => (await stat(path)).mtimeMs,
    async touch(path) {
      const now = new Date();
      await utimes(path, now, now);
    },
    async syncFolder(path) {
      const folder = await open(path, 'r');
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    },
  },
  clock: {
    now: () => Date.now(),
    pause: milliseconds => pause(milliseconds),
    every(milliseconds, step) {
      const timer = setInterval(step, milliseconds).unref();
      return () => clearInterval(timer);
    },
  },
  writer: {
    pid: process.pid,
    host: hostname(),
    isRunning(pid) {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EPERM'; // another user's
      }
    },
  },
};
