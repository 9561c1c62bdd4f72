import { Inflate } from 'fflate';
import type { Reason } from '../unreadableFile';
import type { ZipMember } from './zipDirectory';

const LOCAL_HEADER_BYTES = 30;
const CHUNK_BYTES = 1 << 16;
const SMALL_BYTES = 1024 * 1024;

/** How large a member of an archive may be when it is unpacked. */
export interface ExpandLimits {
  readonly mostBytes: number;
  /** Expanded to packed size. */
  readonly mostRatio: number;
}

const ENCRYPTED: Reason = {
  kind: 'encrypted',
  zh: '加了密码，请解压后放入语料文件夹',
  en: 'has a password: unpack it into the corpus folder',
};
const DAMAGED: Reason = { kind: 'damaged', zh: '已损坏，请重新压缩', en: 'is damaged: compress it again' };
const METHOD: Reason = {
  kind: 'unsupported',
  zh: '用了不支持的压缩方法，请解压后放入语料文件夹',
  en: 'is compressed in a way that is not supported: unpack it into the corpus folder',
};
const TOO_LARGE: Reason = {
  kind: 'too-large',
  zh: '解压后过大，疑似压缩炸弹，已拒绝读取',
  en: 'expands to far too much, as a zip bomb does; it was refused',
};

/** The bytes of a member, or why there are none. Nothing is trusted: what comes out is counted while it expands. */
export function expandMember(archive: Uint8Array, member: ZipMember, limits: ExpandLimits): Uint8Array | Reason {
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const { header, packedBytes, method } = member;
  if (member.isEncrypted) return ENCRYPTED;
  if (method !== 0 && method !== 8) return METHOD;
  if (header + LOCAL_HEADER_BYTES > view.length || view.readUInt32LE(header) !== 0x04034b50) return DAMAGED;
  const start = header + LOCAL_HEADER_BYTES + view.readUInt16LE(header + 26) + view.readUInt16LE(header + 28);
  const packed = view.subarray(start, start + packedBytes);
  if (packed.length < packedBytes) return DAMAGED;
  if (method === 0) return packed.length > limits.mostBytes ? TOO_LARGE : packed;
  return inflated(packed, Math.min(limits.mostBytes, Math.max(packedBytes * limits.mostRatio, SMALL_BYTES)));
}

function inflated(packed: Uint8Array, mostBytes: number): Uint8Array | Reason {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isDone = false;
  const inflate = new Inflate((chunk, isLast) => {
    size += chunk.length;
    isDone = isLast;
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length && size <= mostBytes; at += CHUNK_BYTES) {
      inflate.push(packed.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= packed.length);
    }
  } catch {
    return DAMAGED;
  }
  if (size > mostBytes) return TOO_LARGE;
  return isDone ? Buffer.concat(chunks) : DAMAGED;
}
