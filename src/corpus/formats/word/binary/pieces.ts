import { type DocFile, STRUCTURES } from './docFile';

/** Characters that lie together in the main stream. A file that was saved fast has many, in the order of the text. */
export interface Piece {
  /** The first character of the text it holds, and the one behind its last. */
  readonly start: number;
  readonly end: number;
  /** Byte offset in the main stream. */
  readonly offset: number;
  /** 1: Windows-1252; 2: UTF-16. */
  readonly width: 1 | 2;
}

const [FORMATTING, PIECES] = [1, 2];
const COMPRESSED = 0x40000000;

/** The piece table; null where it is damaged. */
export function readPieces(file: DocFile): Piece[] | null {
  const clx = file.table(STRUCTURES.pieces);
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === FORMATTING) at += 3 + clx.readUInt16LE(at + 1);
  if (at + 5 > clx.length || clx[at] !== PIECES) return null;
  const bytes = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
  const count = Math.floor((bytes.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const [start, end] = [bytes.readUInt32LE(4 * i), bytes.readUInt32LE(4 * i + 4)];
    const place = bytes.readUInt32LE(4 * (count + 1) + 8 * i + 2);
    const isCompressed = (place & COMPRESSED) !== 0;
    const offset = isCompressed ? (place & (COMPRESSED - 1)) / 2 : place & (COMPRESSED - 1);
    const width = isCompressed ? 1 : 2;
    if (end < start || offset + (end - start) * width > file.main.length) return null;
    pieces.push({ start, end, offset, width });
  }
  return pieces.length > 0 ? pieces : null;
}

const WINDOWS_1252 = new TextDecoder('windows-1252');

/** The characters of a piece between two byte offsets of the main stream. */
export function pieceText(main: Buffer, { width }: Piece, from: number, to: number): string {
  const bytes = main.subarray(from, to);
  return width === 2 ? bytes.toString('utf16le') : WINDOWS_1252.decode(bytes);
}
