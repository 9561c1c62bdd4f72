const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Sector numbers from here on mean something else: the end of a chain, a free sector. */
const LAST_SECTOR = 0xfffffffa;
const [STORAGE, STREAM, ROOT] = [1, 2, 5];

/** An OLE container: a file system in a file. What lies in storages within it, as embedded objects, is not looked at. */
export interface CompoundFile {
  /** Streams and storages at its top. */
  readonly names: readonly string[];
  /** A stream at its top, by name in any case; null where there is none. One that is cut off comes as far as it goes. */
  stream(name: string): Buffer | null;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Opens a container; null where its directory cannot be read. Bounded by the size of the file, whatever its chains say. */
export function openCompoundFile(bytes: Buffer): CompoundFile | null {
  if (bytes.length < HEADER_BYTES) return null;
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const size = 2 ** shift;
  const sector = (at: number) => bytes.subarray((at + 1) * size, (at + 2) * size);
  const fat = joined(fatSectors(bytes, sector, size).map(sector));
  const directory = joined(chain(bytes.readUInt32LE(48), fat, bytes.length / size).map(sector));
  const entries = readEntries(directory);
  const root = entries.find(({ type }) => type === ROOT);
  if (!root) return null;

  const miniSize = 2 ** Math.min(bytes.readUInt16LE(32), shift);
  const cutoff = bytes.readUInt32LE(56);
  const miniFat = joined(chain(bytes.readUInt32LE(60), fat, bytes.length / size).map(sector));
  let mini: Buffer | undefined;
  const read = ({ start, size: length }: Entry) => {
    if (length >= cutoff) return joined(chain(start, fat, bytes.length / size).map(sector)).subarray(0, length);
    mini ??= joined(chain(root.start, fat, bytes.length / size).map(sector));
    const within = mini;
    const pieces = chain(start, miniFat, within.length / miniSize);
    return joined(pieces.map(at => within.subarray(at * miniSize, (at + 1) * miniSize))).subarray(0, length);
  };
  const top = topEntries(entries, root);
  return {
    names: top.map(({ name }) => name),
    stream(name) {
      const found = top.find(entry => entry.type === STREAM && entry.name.toLowerCase() === name.toLowerCase());
      return found ? read(found) : null;
    },
  };
}

/** The sectors of the allocation table: the first 109 in the header, the others in a chain of their own. */
function fatSectors(bytes: Buffer, sector: (at: number) => Buffer, size: number): number[] {
  const numbers: number[] = [];
  for (let at = 76; at < HEADER_BYTES; at += 4) numbers.push(bytes.readUInt32LE(at));
  const most = bytes.length / size;
  let next = bytes.readUInt32LE(68);
  for (let steps = 0; next < LAST_SECTOR && steps < most; steps++) {
    const more = sector(next);
    if (more.length < size) break;
    for (let at = 0; at < size - 4; at += 4) numbers.push(more.readUInt32LE(at));
    next = more.readUInt32LE(size - 4);
  }
  const used = numbers.filter(number => number < LAST_SECTOR);
  return used.slice(0, Math.ceil(most));
}

/** The numbers of a chain in a table of successors, `most` of them at most. */
function chain(start: number, table: Buffer, most: number): number[] {
  const numbers: number[] = [];
  for (let at = start; at < LAST_SECTOR && numbers.length <= most; ) {
    numbers.push(at);
    if (at * 4 + 4 > table.length) break;
    at = table.readUInt32LE(at * 4);
  }
  return numbers;
}

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(directory.readUInt16LE(at + 64), 64);
    entries.push({
      name: directory.toString('utf16le', at, at + Math.max(nameBytes - 2, 0)),
      type: directory[at + 66]!,
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}

/** The children of the root, which are a binary tree; each is visited once, for a damaged tree may be a circle. */
function topEntries(entries: readonly Entry[], root: Entry): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const toVisit = [root.child];
  while (toVisit.length > 0) {
    const at = toVisit.pop()!;
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    if (entry.type === STREAM || entry.type === STORAGE) found.push(entry);
    toVisit.push(entry.left, entry.right);
  }
  return found;
}

function joined(pieces: readonly Buffer[]): Buffer {
  return Buffer.concat(pieces as Buffer[]);
}
