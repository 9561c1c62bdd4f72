import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DamagedSegmentError,
  decodeHeader,
  HEADER_BYTES,
  type SectionName,
  type SegmentHeader,
} from '../../engine/index/columns/segmentCodec';
import { crc32 } from '../storage/checksum';

/** Absolute path of the file of a segment. */
export function segmentPath(storage: string, id: string): string {
  return join(storage, `${id}.segment`);
}

/** Opens a segment file and reads its header; a file that is not as long as the header says is damaged. */
export async function openFile(path: string): Promise<{ file: FileHandle; header: SegmentHeader }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const header = decodeHeader(await readBytes(file, 0, Math.min(size, HEADER_BYTES)), crc32);
    if (size !== header.byteLength) throw new DamagedSegmentError('header');
    return { file, header };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** So many bytes from `offset` of the file. */
export function readBytes(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  return readInto(new Uint8Array(length), file, offset, length);
}

/** Fills the beginning of `buffer`, and returns it. */
export async function readInto(
  buffer: Uint8Array,
  file: FileHandle,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const bytes = buffer.subarray(0, length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) throw new DamagedSegmentError('header');
    done += bytesRead;
  }
  return bytes;
}

/** The part of the beginning of a segment file that is that section. */
export function viewOf(bytes: Uint8Array, header: SegmentHeader, name: SectionName): Uint8Array {
  const { offset, byteLength } = header.sections[name];
  return bytes.subarray(offset, offset + byteLength);
}

/** Throws `DamagedSegmentError` where a section is not what its checksum says. */
export function check(header: SegmentHeader, name: SectionName, bytes: Uint8Array): void {
  if (crc32(bytes) !== header.sections[name].checksum) throw new DamagedSegmentError(name);
}
