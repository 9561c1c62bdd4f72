import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { limits } from '../limits';
import { type Reason, UnreadableFileError } from '../unreadableFile';

const CHUNK_BYTES = 1 << 16;

const ENCRYPTED: Reason = {
  kind: 'encrypted',
  zh: '文件加了密码，请打开后去掉密码另存',
  en: 'the file has a password: open it, remove the password and save it',
};
const DAMAGED: Reason = {
  kind: 'damaged',
  converts: true,
  zh: '文件已损坏，请在 Word 或 WPS 中打开并另存',
  en: 'the file is damaged: open it in Word and save it again',
};
const TOO_LARGE: Reason = {
  kind: 'too-large',
  zh: '文件解压后过大，疑似压缩炸弹，已拒绝读取',
  en: 'the file expands to far too much, as a zip bomb does; it was refused',
};

/**
 * The wanted parts of a document that is a zip archive, by name. Counts what really comes out while it expands, whatever the archive
 * claims, and stops at the limits. @throws {UnreadableFileError}
 */
export function unzipParts(
  path: string,
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  mostPartBytes: number = limits.partBytes,
  mostBytes: number = limits.expandedDocumentBytes,
): Map<string, Uint8Array> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableFileError(path, DAMAGED);
  if ((bytes[6]! & 1) === 1) throw new UnreadableFileError(path, ENCRYPTED);
  const parts = new Map<string, Uint8Array>();
  let entries = 0;
  let total = 0;
  const unzip = new Unzip(file => {
    if (++entries > limits.parts) throw new UnreadableFileError(path, TOO_LARGE);
    if (!isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      size += chunk.length;
      total += chunk.length;
      if (size > mostPartBytes || total > mostBytes) throw new UnreadableFileError(path, TOO_LARGE);
      chunks.push(chunk);
      if (isLast) parts.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      unzip.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length);
    }
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError(path, DAMAGED, { cause: error });
  }
  return parts;
}
