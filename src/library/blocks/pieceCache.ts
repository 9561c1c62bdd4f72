import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OWN_FILE } from '../../corpus/storage/writeAtomic';

/** Pieces of a library on this disk, by the beginnings of their hashes, those used last. Only their owner can read them. */
export interface PieceCache {
  /** What is there under that name; whether it is what it should be its hash says. */
  read(name: string): Promise<Uint8Array | null>;
  /** Keeps it, as far as there is room. Never fails: what cannot be kept is fetched again. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  bytes(): number;
  /** Resolves when nothing is being written any more. */
  settled(): Promise<void>;
}

/** A disk that is so far behind keeps no more: a piece is some thirty kilobytes. */
const MOST_WAITING = 1_000;

/** Opens the cache in a folder; what is beyond `mostBytes` there goes, the least lately used first. */
export async function openPieceCache(folder: string, mostBytes: number): Promise<PieceCache> {
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name);
  /** The least lately used first. */
  const sizes = await storedPieces(folder);
  let total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  const forget = (name: string) => {
    total -= sizes.get(name) ?? 0;
    sizes.delete(name);
  };
  /** What is not on disk yet. One is written after the other: whoever waits for pieces does not wait for the disk, too. */
  const waiting = new Map<string, Uint8Array>();
  let line: Promise<void> = Promise.resolve();
  const remove = async (name: string) => {
    forget(name);
    waiting.delete(name);
    await rm(pathOf(name), { force: true }).catch(() => undefined);
  };
  const makeRoom = async () => {
    for (const name of sizes.keys()) {
      if (total <= mostBytes) return;
      await remove(name);
    }
  };
  const made = new Map<string, Promise<unknown>>();
  const madeFolder = (part: string) => {
    const known = made.get(part) ?? mkdir(join(folder, part), { recursive: true, mode: 0o700 });
    made.set(part, known);
    return known;
  };
  const writeNext = async (name: string): Promise<void> => {
    const bytes = waiting.get(name);
    if (!bytes) return;
    try {
      await madeFolder(name.slice(0, 2));
      await writeFile(pathOf(name), bytes, { mode: OWN_FILE });
    } catch {
      made.delete(name.slice(0, 2));
      forget(name);
    }
    waiting.delete(name);
    if (!sizes.has(name)) await remove(name); // meanwhile there was no room for it
    await makeRoom();
  };
  await makeRoom();
  return {
    bytes: () => total,
    async settled() {
      while (waiting.size > 0) await line;
    },
    remove,
    async read(name) {
      const size = sizes.get(name);
      if (size === undefined) return null;
      sizes.delete(name); // to come back as the newest
      sizes.set(name, size);
      const coming = waiting.get(name);
      if (coming) return coming;
      const now = new Date();
      void utimes(pathOf(name), now, now).catch(() => undefined);
      return readFile(pathOf(name)).catch(() => {
        forget(name);
        return null;
      });
    },
    async write(name, bytes) {
      if (sizes.has(name) || bytes.length > mostBytes || waiting.size >= MOST_WAITING) return;
      sizes.set(name, bytes.length);
      total += bytes.length;
      waiting.set(name, bytes);
      line = line.then(() => writeNext(name));
      await line;
    },
  };
}

async function storedPieces(folder: string): Promise<Map<string, number>> {
  const found: { name: string; size: number; used: number }[] = [];
  for (const part of await readdir(folder).catch(() => [])) {
    const names = /^[0-9a-f]{2}$/.test(part) ? await readdir(join(folder, part)).catch(() => []) : [];
    for (const name of names.filter(name => /^[0-9a-f]{32}$/.test(name))) {
      const known = await stat(join(folder, part, name)).catch(() => null);
      if (known) found.push({ name, size: known.size, used: known.mtimeMs });
    }
  }
  found.sort((a, b) => a.used - b.used);
  return new Map(found.map(({ name, size }) => [name, size]));
}
