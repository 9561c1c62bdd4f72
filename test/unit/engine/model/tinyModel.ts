import { crc32 } from '../../../../src/corpus/storage/checksum';
import {
  decodeModel,
  FIRST_LETTER,
  HEADER_BYTES,
  MODEL_MAGIC,
  MODEL_VERSION,
  type ModelWeights,
} from '../../../../src/engine/model/modelFile';
import { random } from '../../../eval/random';

const UNITS = 32;
const NUMBERS = 16;
export const ALPHABET = '稳中求进，。推动高质量发展';

/** Bytes of a model of random weights, as `scripts/model/export.py` writes them. */
export function tinyModelBytes(seed: number): Uint8Array {
  const next = random(seed);
  const vocabulary = ALPHABET.length + FIRST_LETTER;
  const parts: Uint8Array[] = [];
  let length = 0;
  const put = (bytes: Uint8Array, multiple: number) => {
    const padding = new Uint8Array(-length & (multiple - 1));
    parts.push(padding, bytes);
    length += padding.length + bytes.length;
  };
  const floats = (count: number, scale: number) =>
    put(new Uint8Array(Float32Array.from({ length: count }, () => (next() + 0.1) * scale).buffer), 4);
  put(new Uint8Array(Uint16Array.from(ALPHABET, letter => letter.charCodeAt(0)).buffer), 2);
  const shapes = [
    [vocabulary, NUMBERS],
    [3 * UNITS, NUMBERS],
    [3 * UNITS, UNITS],
    [NUMBERS, UNITS],
  ] as const;
  for (const [rows] of shapes) floats(rows, 0.01);
  floats(3 * UNITS, 1);
  floats(UNITS, 1);
  floats(vocabulary, -3);
  for (const [rows, width] of shapes) {
    put(new Uint8Array(Int8Array.from({ length: rows * width }, () => Math.floor(next() * 255) - 127).buffer), 16);
  }
  const bytes = new Uint8Array(HEADER_BYTES + length);
  let at = HEADER_BYTES;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return withHeader(bytes, [MODEL_VERSION, UNITS, NUMBERS, vocabulary]);
}

/** Writes the header anew, with the right checksums. */
export function withHeader(bytes: Uint8Array, numbers: readonly number[]): Uint8Array {
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  [...MODEL_MAGIC].forEach((letter, i) => {
    bytes[i] = letter.charCodeAt(0);
  });
  numbers.forEach((number, i) => {
    header.setUint32(8 + 4 * i, number, true);
  });
  header.setUint32(24, crc32(bytes.subarray(HEADER_BYTES)), true);
  header.setUint32(28, crc32(bytes.subarray(0, 28)), true);
  return bytes;
}

export const tinyModel = (seed: number): ModelWeights => decodeModel(tinyModelBytes(seed), crc32);
