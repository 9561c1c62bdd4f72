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
  const remove = async (name: string) => {
    forget(name);
    await rm(pathOf(name), { force: true }).catch(() => undefined);
  };
  const makeRoom = async () => {
    for (const name of sizes.keys()) {
      if (total <= mostBytes) return;
      await remove(name);
    }
  };
  const writing = new Set<Promise<void>>();
  const made = new Map<string, Promise<unknown>>();
  const madeFolder = (part: string) => {
    const known = made.get(part) ?? mkdir(join(folder, part), { recursive: true, mode: 0o700 });
    made.set(part, known);
    return known;
  };
  const writeNow = async (name: string, bytes: Uint8Array): Promise<void> => {
    try {
      await madeFolder(name.slice(0, 2));
      await writeFile(pathOf(name), bytes, { mode: OWN_FILE });
    } catch {
      made.delete(name.slice(0, 2));
      forget(name);
    }
    await makeRoom();
  };
  await makeRoom();
  return {
    bytes: () => total,
    async settled() {
      while (writing.size > 0) await Promise.all(writing);
    },
    remove,
    async read(name) {
      const size = sizes.get(name);
      if (size === undefined) return null;
      sizes.delete(name); // to come back as the newest
      sizes.set(name, size);
      const now = new Date();
      void utimes(pathOf(name), now, now).catch(() => undefined);
      return readFile(pathOf(name)).catch(() => {
        forget(name);
        return null;
      });
    },
    async write(name, bytes) {
      if (sizes.has(name) || bytes.length > mostBytes) return;
      sizes.set(name, bytes.length);
      total += bytes.length;
      const own = writeNow(name, bytes).finally(() => writing.delete(own));
      writing.add(own);
      await own;
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
