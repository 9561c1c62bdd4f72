/**
 * A tree of phrases as one flat file, little-endian throughout, the same in memory as on disk:
 *
 *     0   magic `FANBENBG`
 *     8   format version, number of nodes, size of the alphabet: u32 each
 *     20  checksum of all behind the header: u32
 *     24  least count, ratio of two steps of counts: f64 each
 *     40  checksum of the header up to here: u32; then 0 up to 64
 *     64  inner, last (u32), alphabet, labels (u16), rest (u8), each padded to 4 bytes
 *
 * A machine of the other byte order reads a version it does not know, and refuses.
 */
import type { Checksum } from '../index/columns/segmentCodec';
import { MOST_LABELS, type PhraseColumns } from './phraseTree';

/** The bytes are no background, of another version, or not those that were written. */
export class DamagedBackgroundError extends Error {
  override readonly name = 'DamagedBackgroundError';
  constructor() {
    super('The background of set phrases is damaged or of another version. / 常用表述库已损坏，或版本不符。');
  }
}

const MAGIC = 'FANBENBG';
/** Goes up with every change of the layout or of what a column means. */
const BACKGROUND_VERSION = 1;
const HEADER_BYTES = 64;
const CHECKED_BYTES = 40;
/** More is no table of set phrases, and would not fit the memory. */
const MOST_NODES = 1 << 24;

/** The columns as a file: a header with lengths and checksum, and the columns one behind the other. */
export function encodePhraseTree(columns: PhraseColumns, checksum: Checksum): Uint8Array {
  const { nodes, alphabet, least, ratio } = columns;
  const layout = layoutOf(nodes, alphabet.length);
  const bytes = new Uint8Array(layout.byteLength);
  const put = (at: number, column: Uint8Array | Uint16Array | Uint32Array) =>
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
  put(layout.inner, columns.inner);
  put(layout.last, columns.last);
  put(layout.alphabet, alphabet);
  put(layout.labels, columns.labels);
  put(layout.rest, columns.rest);
  const header = new DataView(bytes.buffer);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  header.setUint32(8, BACKGROUND_VERSION, true);
  header.setUint32(12, nodes, true);
  header.setUint32(16, alphabet.length, true);
  header.setUint32(20, checksum(bytes.subarray(HEADER_BYTES)), true);
  header.setFloat64(24, least, true);
  header.setFloat64(32, ratio, true);
  header.setUint32(CHECKED_BYTES, checksum(bytes.subarray(0, CHECKED_BYTES)), true);
  return bytes;
}

/** Views of the bytes, nothing is copied where they lie at a multiple of 4. Throws `DamagedBackgroundError`. */
export function decodePhraseTree(given: Uint8Array, checksum: Checksum): PhraseColumns {
  const bytes = given.byteOffset % 4 === 0 ? given : Uint8Array.from(given);
  const damaged = new DamagedBackgroundError();
  if (bytes.length < HEADER_BYTES) throw damaged;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = new Uint32Array(bytes.buffer, bytes.byteOffset + 8, 1)[0];
  if (String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC || version !== BACKGROUND_VERSION)
    throw damaged;
  if (header.getUint32(CHECKED_BYTES, true) !== checksum(bytes.subarray(0, CHECKED_BYTES))) throw damaged;
  const nodes = header.getUint32(12, true);
  const letters = header.getUint32(16, true);
  const least = header.getFloat64(24, true);
  const ratio = header.getFloat64(32, true);
  if (nodes < 1 || nodes > MOST_NODES || letters < 1 || letters > MOST_LABELS) throw damaged;
  if (!(least > 0 && least < 1e9 && ratio > 1 && ratio < 10)) throw damaged;
  const layout = layoutOf(nodes, letters);
  if (bytes.length !== layout.byteLength) throw damaged;
  if (header.getUint32(20, true) !== checksum(bytes.subarray(HEADER_BYTES))) throw damaged;
  const { buffer, byteOffset } = bytes;
  const columns: PhraseColumns = {
    nodes,
    alphabet: new Uint16Array(buffer, byteOffset + layout.alphabet, letters),
    labels: new Uint16Array(buffer, byteOffset + layout.labels, nodes),
    rest: new Uint8Array(buffer, byteOffset + layout.rest, (nodes + 1) >>> 1),
    inner: new Uint32Array(buffer, byteOffset + layout.inner, words(nodes)),
    last: new Uint32Array(buffer, byteOffset + layout.last, words(nodes)),
    least,
    ratio,
  };
  if (!isTree(columns)) throw damaged;
  return columns;
}

const words = (bits: number): number => (bits + 31) >>> 5;
const aligned = (bytes: number): number => Math.ceil(bytes / 4) * 4;

function layoutOf(nodes: number, letters: number) {
  const inner = HEADER_BYTES;
  const last = inner + 4 * words(nodes);
  const alphabet = last + 4 * words(nodes);
  const labels = alphabet + aligned(2 * letters);
  const rest = labels + aligned(2 * nodes);
  return { inner, last, alphabet, labels, rest, byteLength: rest + aligned((nodes + 1) >>> 1) };
}

/**
 * Does every inner node find its children behind itself, and every group of siblings its end? A checksum keeps off chance,
 * this keeps off intent: no walk over the tree leaves it or turns in a circle.
 */
function isTree({ nodes, alphabet, labels, inner, last }: PhraseColumns): boolean {
  let parents = 0;
  let groups = 0;
  for (let node = 0; node < nodes; node++) {
    const bit = 1 << (node & 31);
    // A node of the n-th group is a child of the n-th inner node, the root's group being that of nobody.
    if (groups > parents || (labels[node]! & (MOST_LABELS - 1)) >= alphabet.length) return false;
    if ((inner[node >>> 5]! & bit) !== 0) parents++;
    if ((last[node >>> 5]! & bit) !== 0) groups++;
    if (node === 0 && groups !== 1) return false;
  }
  const beyond = nodes & 31 ? -1 << (nodes & 31) : 0;
  const end = words(nodes) - 1;
  return (
    groups === parents + 1 && (inner[end]! & beyond) === 0 && (last[end]! & beyond) === 0 && isLastSet(nodes, last)
  );
}

const isLastSet = (nodes: number, last: Uint32Array): boolean =>
  (last[(nodes - 1) >>> 5]! & (1 << ((nodes - 1) & 31))) !== 0;
