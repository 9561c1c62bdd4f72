import { open, readFile } from 'node:fs/promises';
import { writeAtomic } from '../../corpus/storage/writeAtomic';
import { type BlockIndex, HASH_BYTES } from '../../engine/index/blocks/blockIndex';
import { openFiles } from '../openFiles';

/** Where a piece is in its object, its bytes there, packed, and the beginning of their hash, in hex. */
export interface PieceEntry {
  readonly offset: number;
  readonly bytes: number;
  readonly hash: string;
}

/** What is known of the pieces of a layout: nobody needs it but to fetch them, so that it is on disk and not in memory. */
export interface PieceTable {
  /** Of these pieces, in their order. Rejects where the disk cannot be read. */
  read(pieces: readonly number[]): Promise<PieceEntry[]>;
}

const NUMBER_BYTES = 4;
const ENTRY_BYTES = 2 * NUMBER_BYTES + HASH_BYTES;

/** Writes the table of a layout, unless it is there as it should be. */
export async function storePieceTable(path: string, index: BlockIndex): Promise<PieceTable> {
  const bytes = encodePieceTable(index);
  const here = await readFile(path).catch(() => null);
  if (!here?.equals(bytes)) await writeAtomic(path, [bytes]);
  const files = openFiles(path => open(path));
  return {
    read: pieces =>
      files.use(path, file =>
        Promise.all(
          pieces.map(async piece => {
            const entry = Buffer.alloc(ENTRY_BYTES);
            const { bytesRead } = await file.read(entry, 0, ENTRY_BYTES, piece * ENTRY_BYTES);
            if (bytesRead < ENTRY_BYTES) throw new Error(`${path}: ${piece}`);
            return {
              offset: entry.readUInt32LE(0),
              bytes: entry.readUInt32LE(NUMBER_BYTES),
              hash: entry.toString('hex', 2 * NUMBER_BYTES),
            };
          }),
        ),
      ),
  };
}

function encodePieceTable({ pieceBytes, pieceHashes, objectStarts }: BlockIndex): Buffer {
  const table = Buffer.alloc(ENTRY_BYTES * pieceBytes.length);
  for (let object = 0; object + 1 < objectStarts.length; object++)
    for (let piece = objectStarts[object]!, at = 0; piece < objectStarts[object + 1]!; piece++) {
      const entry = ENTRY_BYTES * piece;
      table.writeUInt32LE(at, entry);
      table.writeUInt32LE(pieceBytes[piece]!, entry + NUMBER_BYTES);
      table.set(pieceHashes.subarray(piece * HASH_BYTES, (piece + 1) * HASH_BYTES), entry + 2 * NUMBER_BYTES);
      at += pieceBytes[piece]!;
    }
  return table;
}
