import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Hash of the bytes of a file, as short text. Throws what the file system throws. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer);
  return hash.digest('base64url').slice(0, 22);
}
