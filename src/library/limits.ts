/** What a library may ask of a reader's machine. Each keeps a store that is wrong, slow or hostile from doing harm. */
export const libraryLimits = {
  /** A piece of an object: what is lost when a line breaks off, and what is in memory at once. */
  chunkBytes: 8 << 20,
  /** The manifest is read whole: 32 MB name some 4,000 segments and 100,000 chunks. */
  manifestBytes: 32 << 20,
  /** The table of files of one collection, as it is sent and unpacked: a million files. */
  packedTableBytes: 128 << 20,
  fileTableBytes: 512 << 20,
  mostFiles: 1_000_000,
  /** One row of it; a file of many articles has one span a segment, or a few. */
  fileRowBytes: 64 << 10,
  /** The mined frames of a million characters: read whole when they are offered. */
  framesBytes: 64 << 20,
  /** Publishers of one library: near-duplicates are numbered apart for each. */
  mostCollections: 32,
  /** Libraries that one writer reads. */
  mostLibraries: 15,
  /** No byte for so long, and the store counts as gone. */
  stalledMs: 20_000,
  /** Characters of one layout of blocks: its publisher has some fourteen bytes of each in memory while their order is merged. */
  layoutCharacters: 128 << 20,
  /** From so many characters on a collection is laid out in blocks too, unless its publisher says otherwise: below, every reader has room for all of it. */
  laidOutFrom: 200_000_000,
  /** A library of more characters is read on demand, where the reader does not say otherwise. */
  replicatedCharacters: 1_000_000_000,
  /** The index of a layout, unpacked. */
  blockIndexBytes: 256 << 20,
  /** A piece of a layout, unpacked. */
  pieceBytes: 1 << 20,
  /** How long a publisher waits for another one to be done with the manifest of a folder. */
  lockMs: 30_000,
  /** How often a manifest that others keep changing is merged anew. */
  mergeTries: 20,
  /** What is no longer named stays so long: a reader may be in the middle of it. */
  retiredMs: 30 * 24 * 3600 * 1000,
} as const;
