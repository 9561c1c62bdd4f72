import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { limits } from './limits';
import { type Bilingual, UnreadableFileError } from './unreadableFile';

const CHUNK_BYTES = 1 << 16;

const ENCRYPTED_OFFICE: Bilingual = {
  zh: '文件加了密码，或是旧版 Word 格式；请去掉密码，或在 Word 中另存为 .docx',
  en: 'the file has a password or is in the old Word format; remove the password, or save it as .docx in Word',
};
const NOT_ZIP: Bilingual = {
  zh: '文件不是有效的 .docx，可能已损坏；请在 Word 中打开并另存',
  en: 'the file is not a valid .docx and may be damaged; open it in Word and save it again',
};
const TOO_LARGE: Bilingual = {
  zh: '文件解压后过大，疑似压缩炸弹，已拒绝读取',
  en: 'the file expands to far too much, as a zip bomb does; it was refused',
};

/**
 * The wanted files of a zip archive, by name. Counts what really comes out while it expands, whatever the archive
 * claims, and stops at the limits. @throws {UnreadableFileError}
 */
export function unzipParts(
  path: string,
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  mostPartBytes: number = limits.docxPartBytes,
): Map<string, Uint8Array> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new UnreadableFileError(path, ENCRYPTED_OFFICE);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableFileError(path, NOT_ZIP);
  if ((bytes[6]! & 1) === 1) throw new UnreadableFileError(path, ENCRYPTED_OFFICE);
  const parts = new Map<string, Uint8Array>();
  let entries = 0;
  const unzip = new Unzip(file => {
    if (++entries > limits.docxEntries) throw new UnreadableFileError(path, TOO_LARGE);
    if (!isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      size += chunk.length;
      if (size > mostPartBytes) throw new UnreadableFileError(path, TOO_LARGE);
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
    throw new UnreadableFileError(path, NOT_ZIP, { cause: error });
  }
  return parts;
}
