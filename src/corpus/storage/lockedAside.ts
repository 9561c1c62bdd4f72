import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { appendOwn } from './appendOwn';

/**
 * Lines that were sealed under a key that is not at hand lie beside the file they are from, until the key is there again: on a
 * remote machine each editor that comes to it has a key of its own.
 */
function asidePath(path: string, key: string): string {
  return `${path}.${key}`;
}

/** Adds lines to what lies aside under this key, and gives the path of it. */
export async function putAside(path: string, key: string, lines: readonly string[]): Promise<string> {
  const aside = asidePath(path, key);
  await appendOwn(aside, lines.map(line => `${line}\n`).join(''));
  return aside;
}

/** Gives back what lies aside under these keys; afterwards nothing lies there. */
export async function takeBack(path: string, keys: readonly string[]): Promise<string> {
  let text = '';
  for (const key of keys) {
    const aside = asidePath(path, key);
    text += await readFile(aside, 'utf8').catch(() => '');
    await rm(aside, { force: true });
  }
  return text;
}

/** Removes all that lies aside. */
export async function removeAside(path: string): Promise<void> {
  const folder = dirname(path);
  const isAside = (name: string) => name.startsWith(`${basename(path)}.`) && /\.[0-9a-f]{8}$/.test(name);
  for (const name of await readdir(folder)) if (isAside(name)) await rm(join(folder, name), { force: true });
}
