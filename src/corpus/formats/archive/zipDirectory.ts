import { decode } from 'iconv-lite';
import type { Source } from '../source';

/** A file of a zip archive, as its directory tells; what really comes out is counted again while it expands. */
export interface ZipMember {
  /** With `/` between folders. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Offset of its local header in the archive. */
  readonly header: number;
}

const END_BYTES = 22;
const MOST_COMMENT_BYTES = 0xffff;
const ENTRY_BYTES = 46;
const FLAG_ENCRYPTED = 1;
const FLAG_UTF8 = 1 << 11;
const EXTRA_UNICODE_PATH = 0x7075;

/** The directory at the end of a zip archive, without folders; null where there is none: cut off, or no zip at all. */
export async function zipDirectory(source: Source, most: number): Promise<ZipMember[] | null> {
  const tail = Buffer.from(await source.range(-END_BYTES - MOST_COMMENT_BYTES));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + END_BYTES > tail.length) return null;
  const [size, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  const directory = Buffer.from(await source.range(start, start + size));
  const members: ZipMember[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length && members.length <= most; ) {
    if (directory.readUInt32LE(at) !== 0x02014b50) return null;
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const flags = directory.readUInt16LE(at + 8);
    const name = nameOf(directory.subarray(at + ENTRY_BYTES, nameEnd), flags, directory.subarray(nameEnd, extraEnd));
    if (!name.endsWith('/')) {
      members.push({
        name,
        isEncrypted: (flags & FLAG_ENCRYPTED) !== 0,
        method: directory.readUInt16LE(at + 10),
        packedBytes: directory.readUInt32LE(at + 20),
        bytes: directory.readUInt32LE(at + 24),
        header: directory.readUInt32LE(at + 42),
      });
    }
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return members;
}

/** UTF-8 where the archive or the bytes say so; else GBK, in which every old Chinese archiver wrote names. */
function nameOf(bytes: Buffer, flags: number, extra: Buffer): string {
  const unicode = unicodePath(extra);
  const name =
    unicode ?? (flags & FLAG_UTF8 ? bytes.toString('utf8') : (strictUtf8(bytes) ?? decode(bytes, 'gb18030')));
  return name.replaceAll('\\', '/').replace(/\0/g, '');
}

/** Info-ZIP keeps the name in UTF-8 in an extra field beside one in the code page of the machine. */
function unicodePath(extra: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === EXTRA_UNICODE_PATH && size > 5)
      return strictUtf8(extra.subarray(at + 9, at + 4 + size));
    at += 4 + size;
  }
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
