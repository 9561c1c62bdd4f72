/**
 * A language model as one flat file, little-endian throughout, written by `scripts/model/export.py`:
 *
 *     0   magic `FANBENLM`
 *     8   format version, units, numbers of an embedding, rows of the vocabulary: u32 each
 *     24  checksum of all behind the header: u32
 *     28  checksum of the header up to here: u32; then 0 up to 64
 *     64  alphabet (u16, from row 3 on), padded to 4 bytes; then f32: the scale of each row of embedding, wx, wh and wp; b, c, bias
 *         then i8, each at a multiple of 16: embedding, wx, wh, wp
 *
 * A machine of the other byte order reads a version it does not know, and refuses.
 */
import type { Checksum } from '../index/columns/segmentCodec';

/** The bytes are no model, of another version, or not those that were written. */
export class DamagedModelError extends Error {
  override readonly name = 'DamagedModelError';
  constructor() {
    super('The language model is damaged or of another version. / 语言模型文件已损坏，或版本不符。');
  }
}

/** A matrix of whole numbers: row `r` stands for its bytes times `scales[r]`. */
export interface Matrix {
  readonly rows: number;
  readonly width: number;
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
}

/** The weights, under the names of `scripts/model/train.py`, which says what is computed with them. Views of the file. */
export interface ModelWeights {
  readonly units: number;
  /** UTF-16 code units, each of the row `FIRST_LETTER` and on. */
  readonly alphabet: Uint16Array;
  readonly embedding: Matrix;
  readonly wx: Matrix;
  readonly wh: Matrix;
  readonly wp: Matrix;
  readonly b: Float32Array;
  readonly c: Float32Array;
  readonly bias: Float32Array;
}

/** What the file of a model begins with. */
export const MODEL_MAGIC = 'FANBENLM';
/** Goes up with every change of the layout or of what is computed. */
export const MODEL_VERSION = 1;
/** Bytes before the weights. */
export const HEADER_BYTES = 64;
const CHECKED_BYTES = 28;
/** Rows of the vocabulary that are no letters. */
export const UNKNOWN = 0;
/** Stands before the first letter of a draft. */
export const START = 1;
/** Stands for a line break. */
export const NEW_LINE = 2;
/** The row of the first letter of the alphabet; the others follow. */
export const FIRST_LETTER = 3;

/** More would neither fit a package nor answer in time. Multiples of 16, for the kernel takes 16 numbers at once. */
const MOST_UNITS = 768;
const MOST_EMBEDDING = 512;
const MOST_VOCABULARY = 16_384;

/** Views of the bytes; nothing is copied where they lie at a multiple of 16. Throws `DamagedModelError`. */
export function decodeModel(given: Uint8Array, checksum: Checksum): ModelWeights {
  const bytes = given.byteOffset % 16 === 0 ? given : Uint8Array.from(given);
  const damaged = new DamagedModelError();
  if (bytes.length < HEADER_BYTES) throw damaged;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = new Uint32Array(bytes.buffer, bytes.byteOffset + 8, 1)[0];
  if (String.fromCharCode(...bytes.subarray(0, MODEL_MAGIC.length)) !== MODEL_MAGIC || version !== MODEL_VERSION)
    throw damaged;
  if (header.getUint32(CHECKED_BYTES, true) !== checksum(bytes.subarray(0, CHECKED_BYTES))) throw damaged;
  const units = header.getUint32(12, true);
  const numbers = header.getUint32(16, true);
  const vocabulary = header.getUint32(20, true);
  if (!isSize(units, MOST_UNITS) || !isSize(numbers, MOST_EMBEDDING)) throw damaged;
  if (vocabulary <= FIRST_LETTER || vocabulary > MOST_VOCABULARY) throw damaged;
  const shapes = shapesOf(units, numbers, vocabulary);
  const layout = layoutOf(units, vocabulary, shapes);
  if (bytes.length !== layout.byteLength) throw damaged;
  if (header.getUint32(24, true) !== checksum(bytes.subarray(HEADER_BYTES))) throw damaged;
  const { buffer, byteOffset } = bytes;
  const floats = (at: number, length: number) => finite(new Float32Array(buffer, byteOffset + at, length));
  const matrices = shapes.map(({ rows, width }, i) => ({
    rows,
    width,
    bytes: new Int8Array(buffer, byteOffset + layout.matrices[i]!, rows * width),
    scales: floats(layout.scales[i]!, rows),
  }));
  const [embedding, wx, wh, wp] = matrices as [Matrix, Matrix, Matrix, Matrix];
  return {
    units,
    alphabet: new Uint16Array(buffer, byteOffset + HEADER_BYTES, vocabulary - FIRST_LETTER),
    embedding,
    wx,
    wh,
    wp,
    b: floats(layout.b, 3 * units),
    c: floats(layout.c, units),
    bias: floats(layout.bias, vocabulary),
  };
}

const isSize = (size: number, most: number): boolean => size > 0 && size <= most && size % 16 === 0;

function finite(numbers: Float32Array): Float32Array {
  if (!numbers.every(Number.isFinite)) throw new DamagedModelError();
  return numbers;
}

/** Shapes of the four matrices of the file, in their order: embedding, wx, wh, wp. */
const shapesOf = (units: number, numbers: number, vocabulary: number) => [
  { rows: vocabulary, width: numbers },
  { rows: 3 * units, width: numbers },
  { rows: 3 * units, width: units },
  { rows: numbers, width: units },
];

function layoutOf(units: number, vocabulary: number, shapes: ReturnType<typeof shapesOf>) {
  let at = HEADER_BYTES;
  const take = (bytes: number, multiple: number): number => {
    const from = Math.ceil(at / multiple) * multiple;
    at = from + bytes;
    return from;
  };
  take(2 * (vocabulary - FIRST_LETTER), 2);
  const scales = shapes.map(({ rows }) => take(4 * rows, 4));
  const b = take(12 * units, 4);
  const c = take(4 * units, 4);
  const bias = take(4 * vocabulary, 4);
  const matrices = shapes.map(({ rows, width }) => take(rows * width, 16));
  return { scales, b, c, bias, matrices, byteLength: at };
}
