import { stat, statfs } from 'node:fs/promises';

/** File systems, by the number `statfs` gives them, that tell nobody of changes made on another machine. */
const REMOTE = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x564c]);

/**
 * A string that is another when a file or folder of this path was removed and made again, and, of a file, when its content changed;
 * `none` where there is nothing.
 */
export async function stateOf(root: string): Promise<string> {
  try {
    const found = await stat(root);
    const { dev, ino, size, mtimeMs, birthtimeMs } = found;
    return found.isDirectory() ? `${dev} ${ino} ${birthtimeMs}` : `${dev} ${ino} ${size} ${mtimeMs}`;
  } catch {
    return 'none';
  }
}

/** Does this folder lie on a drive where changes may come from another machine, of which nobody tells us? */
export async function isRemote(root: string): Promise<boolean> {
  if (root.startsWith('\\\\')) return true;
  return statfs(root).then(
    ({ type }) => process.platform === 'linux' && REMOTE.has(type),
    () => false,
  );
}
