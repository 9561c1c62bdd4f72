import { createHash } from 'node:crypto';
import { UnreadableFileError } from '../../formats/unreadableFile';
import { corpusLimits } from '../../limits';
import { boundedPieces } from '../../reading/boundedFile';

/**
 * Hash of the bytes of a file, as short text. `size`: what it had when it was listed, in bytes.
 * Throws what the file system throws, and `UnreadableFileError` where it goes on beyond that.
 */
export async function hashFile(path: string, size: number): Promise<string> {
  const hash = createHash('sha256');
  const most = size + corpusLimits.growthBytes;
  for await (const bytes of boundedPieces(path, most, () => new UnreadableFileError(path, GROWS))) hash.update(bytes);
  return hash.digest('base64url').slice(0, 22);
}

const GROWS = {
  kind: 'too-large',
  zh: '文件一直在增大，或没有尽头，未读取；写完后会自动重试',
  en: 'the file goes on growing, or never ends: not read; it is tried again when it has been written',
} as const;
