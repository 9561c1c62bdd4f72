/** What a library may ask of a reader's machine. Each keeps a store that is wrong, slow or hostile from doing harm. */
export const libraryLimits = {
  /** A piece of an object: what is lost when a line breaks off, and what is in memory at once. */
  chunkBytes: 8 << 20,
  /** The manifest is read whole, in one turn of the server: 8 MB name some 80,000 objects, and ten thousand million characters take 35,000. */
  manifestBytes: 8 << 20,
  /** Every question asks every segment; ten thousand million characters are some 600. */
  mostSegments: 1_000,
  /** A segment has twenty million, and the rest of an article. */
  segmentCharacters: 32 << 20,
  /** Layouts of one collection. */
  mostLayouts: 200,
  /** The table of files of one collection, as it is sent and unpacked: a million files. */
  packedTableBytes: 128 << 20,
  fileTableBytes: 512 << 20,
  mostFiles: 1_000_000,
  /** One row of it; a file of many articles has one span a segment, or a few. */
  fileRowBytes: 64 << 10,
  /** What one article may take of it at most: who sends few articles sends a short table. */
  fileTableBytesPerArticle: 4 << 10,
  /** The mined frames of a million characters, as they are sent and unpacked: read whole when they are offered, and usually a tenth of that. */
  framesBytes: 2 << 20,
  unpackedFramesBytes: 6 << 20,
  /** Publishers of one library: near-duplicates are numbered apart for each. */
  mostCollections: 32,
  /** Libraries that one writer reads. */
  mostLibraries: 15,
  /** What a disk must keep free beside a replica. */
  spareDiskBytes: 1 << 30,
  /** No byte for so long, and the store counts as gone. */
  stalledMs: 20_000,
  /** Characters of one layout of blocks: its publisher has some fourteen bytes of each in memory while their order is merged. */
  layoutCharacters: 128 << 20,
  /** From so many characters on a collection is laid out in blocks too, unless its publisher says otherwise: below, every reader has room for all of it. */
  laidOutFrom: 200_000_000,
  /** A library of more characters is read on demand, where the reader does not say otherwise. */
  replicatedCharacters: 1_000_000_000,
  /** Of a larger library the tables that are searched stay on disk: in memory they are 10 MB a thousand million characters. */
  residentCharacters: 2_000_000_000,
  /** The index of a layout, unpacked: at least so much, and so much a character, eight times what there usually is. */
  blockIndexBytes: 1 << 20,
  blockIndexBytesPerCharacter: 0.25,
  /** Mined frames of a layout: so many of the best, each with so many articles that have it. One writer in ten looks further than the first hundred. */
  layoutFrames: 2_000,
  articlesOfFrame: 5,
  /** In all of them together: 700 bytes each until they are merged, and a quarter of it in the frames of sixty million characters. */
  instancesOfFrames: 40_000,
  /** A third of it are those of sixty million characters; text and objects are in memory at once. */
  unpackedLayoutFramesBytes: 12 << 20,
  /** A piece of a layout, unpacked. */
  pieceBytes: 1 << 20,
  /** Places of one draft that are looked up in libraries that are read on demand, each about 30 kB. */
  seedsOfDraft: 4_000,
  /** Text of such libraries that a draft is compared with, sorted in a moment. */
  borrowedCharacters: 400_000,
  /** How long a publisher waits for another one to be done with the manifest of a folder. */
  lockMs: 30_000,
  /** How often a manifest that others keep changing is merged anew. */
  mergeTries: 20,
  /** What is no longer named stays so long: a reader may be in the middle of it. Of what is more than so much, the oldest goes. */
  retiredMs: 30 * 24 * 3600 * 1000,
  mostRetired: 20_000,
} as const;
