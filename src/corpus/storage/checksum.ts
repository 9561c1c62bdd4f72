import * as zlib from 'node:zlib';
import type { Checksum } from '../../engine/index/columns/segmentCodec';

/** CRC-32 (IEEE): the platform's where it has one (Node 20.15 on, gigabytes a second), else a table of our own. */
export const crc32: Checksum =
  typeof zlib.crc32 === 'function' ? (bytes, before) => zlib.crc32(bytes, before) : tableCrc32;

const POLYNOMIAL = 0xedb88320;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  return crc;
});

/** CRC-32 in plain JavaScript, a table of 256 entries: for a Node without its own. `before`: the sum of what came before. */
export function tableCrc32(bytes: Uint8Array, before = 0): number {
  let crc = before ^ 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
