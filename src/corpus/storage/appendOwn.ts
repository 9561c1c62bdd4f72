import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { NoFileError } from '../reading/boundedFile';
import { OWN_FILE } from './writeAtomic';

/**
 * Adds to the end of a file that only its owner reads, and makes it where there is none. In one write, so that what two windows add does
 * not mix. Waits for nobody at the other end of a pipe: throws `NoFileError` or ENXIO, and what else the system throws.
 */
export async function appendOwn(path: string, text: string): Promise<void> {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK = 0 } = constants; // Windows has no such flag, and no pipes in folders
  const file = await open(path, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, OWN_FILE);
  try {
    if (!(await file.stat()).isFile()) throw new NoFileError();
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}
