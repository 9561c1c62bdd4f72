import { readSync } from 'node:fs';
import { gramBit } from '../../engine/index/grams/grams';
import type { PagedSection } from './pageCache';

/** What is read at once: all of it is read from its beginning on, and nothing kept. */
const PIECE_BYTES = 1 << 16;
/** So many bytes are read as fast as one place is looked up without: for fewer grams than that reading is not worth it. */
const BYTES_OF_GRAM = 1 << 12;

/** As `Segment.mayHave` says, of the grams in a section of a file. Throws where the file cannot be read any more. */
export function gramsOnDisk({ fd, offset, byteLength }: PagedSection, hashes: Uint32Array): Uint8Array | undefined {
  if (hashes.length * BYTES_OF_GRAM < byteLength) return undefined;
  // Written out: `from` takes ten times as long.
  const bits = new Uint32Array(hashes.length);
  for (let i = 0; i < bits.length; i++) bits[i] = gramBit(hashes[i]!, byteLength);
  const { order, starts } = byPiece(bits, Math.ceil(byteLength / PIECE_BYTES));
  const found = new Uint8Array(hashes.length);
  const piece = new Uint8Array(Math.min(PIECE_BYTES, byteLength));
  for (let number = 0; number + 1 < starts.length; number++) {
    if (starts[number] === starts[number + 1]) continue;
    const at = number * PIECE_BYTES;
    readFully(fd, piece, offset + at, Math.min(PIECE_BYTES, byteLength - at));
    for (let i = starts[number]!; i < starts[number + 1]!; i++) {
      const bit = bits[order[i]!]!;
      found[order[i]!] = (piece[(bit >> 3) - at]! >> (bit & 7)) & 1;
    }
  }
  return found;
}

/** The numbers of bits sorted by the piece they are in, and where those of each piece start (a counting sort). */
function byPiece(bits: Uint32Array, pieces: number) {
  const shift = Math.log2(PIECE_BYTES * 8);
  const starts = new Uint32Array(pieces + 1);
  for (const bit of bits) starts[(bit >>> shift) + 1]!++;
  for (let number = 0; number < pieces; number++) starts[number + 1]! += starts[number]!;
  const next = starts.slice();
  const order = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) order[next[bits[i]! >>> shift]!++] = i;
  return { order, starts };
}

function readFully(fd: number, into: Uint8Array, offset: number, length: number): void {
  for (let done = 0; done < length; ) {
    const read = readSync(fd, into, done, length - done, offset + done);
    if (read === 0) throw new Error('The index file has become shorter. / 索引文件变短了。');
    done += read;
  }
}
