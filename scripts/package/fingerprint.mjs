import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The same for folders with the same files, whenever they were written. */
export function fingerprint(folder) {
  const hash = createHash('sha256');
  for (const path of readdirSync(folder, { recursive: true }).sort()) {
    if (statSync(join(folder, path)).isFile()) hash.update(`${path}\0`).update(readFileSync(join(folder, path)));
  }
  return hash.digest('hex');
}
