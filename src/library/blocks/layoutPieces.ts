import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { HASH_BYTES } from '../../engine/index/blocks/blockIndex';
import type { LocalPieces } from '../../engine/index/blocks/blockRanges';
import type { ResidentIndex } from '../../engine/index/blocks/residentIndex';
import { firstWhere } from '../../engine/index/blocks/rows';
import type { BlockLayout } from '../library';
import { libraryLimits } from '../limits';
import type { Gate } from '../store/backOff';
import { isOfStore, type Store, storeErrors } from '../store/store';
import { decodePiece, memoryOf, type Piece } from './decodePiece';
import type { PieceCache } from './pieceCache';
import type { PieceMemory } from './pieceMemory';
import { createPiecesComing } from './piecesComing';
import type { PieceEntry, PieceTable } from './pieceTable';

/** Where pieces come from, nearest first. */
export interface PieceSources {
  readonly memory: PieceMemory;
  readonly cache: PieceCache;
  readonly store: () => Promise<Store>;
  /** Hears of every request to the store: its bytes, or why it failed. */
  readonly heard: (outcome: number | Error) => void;
  readonly signal: AbortSignal;
  /** Closed where the store has failed lately: then nothing is asked for. By default it is always open. */
  readonly gate?: Gate | undefined;
}

/** The pieces of one layout: those in memory answer, others can be brought there. */
export interface LayoutPieces extends LocalPieces {
  /** Resolves when all of them are in memory, or cannot be had. Never rejects: who listens is told why. */
  bring(pieces: Iterable<number>): Promise<void>;
  /** What was asked for in vain since. */
  takeNoted(): Set<number>;
}

/** One that is missing, or not what it should be, is not asked for again so long. */
const AGAIN_MS = 10_000;
/** Requests under way at once: more would wait for each other at the store. */
const AT_ONCE = 24;
const inflate = promisify(inflateRaw);
/** A block is fewer bytes than such a chunk: in Node's own, a quarter as large, it takes four turns, and twice the time. */
const UNPACKING = { maxOutputLength: libraryLimits.pieceBytes, chunkSize: 64 << 10 };

/** Opens the pieces of the layout with this id, of which nothing is read yet; `objects` are what its pieces lie in, as the table counts them. */
export function layoutPieces(
  id: string,
  index: ResidentIndex,
  table: PieceTable,
  { objects }: Pick<BlockLayout, 'objects'>,
  { memory, cache, store, heard, signal, gate }: PieceSources,
): LayoutPieces {
  const own = memory.of(id);
  const here = (piece: number) => own.get(piece) as Piece | undefined;
  const coming = createPiecesComing();
  const failed = new Map<number, number>();
  let noted = new Set<number>();

  /** Takes a piece in, if it is what the index says. */
  const accept = async ({ piece, hash }: Wanted, packed: Uint8Array): Promise<boolean> => {
    if (beginningOfHash(packed) !== hash) return false;
    const bytes = await inflate(packed, UNPACKING).catch(() => null);
    const read = bytes && decodePiece(index, piece, bytes);
    if (read) own.set(piece, read, memoryOf(read, bytes.length));
    return read !== null;
  };
  const fromDisk = async (wanted: Wanted): Promise<boolean> => {
    const packed = await cache.read(wanted.hash);
    if (!packed) return false;
    if (await accept(wanted, packed)) {
      coming.settle(wanted.piece);
      return true;
    }
    await cache.remove(wanted.hash);
    return false;
  };
  const failedAt = (pieces: readonly number[]) => {
    for (const piece of pieces) if (!here(piece)) failed.set(piece, performance.now() + AGAIN_MS);
  };
  /** Neighbours of one object, by one request. */
  const fromStore = async (group: readonly Wanted[]): Promise<void> => {
    const { piece: first, offset: from } = group[0]!;
    const last = group.at(-1)!;
    const object = objectOf(index, first);
    try {
      const opened = await store();
      const bytes = await opened.readRange(objects[object]!.name, from, last.offset + last.bytes - from);
      if (signal.aborted) return;
      gate?.succeeded();
      heard(bytes.length);
      for (const wanted of group) {
        const start = wanted.offset - from;
        const packed = bytes.subarray(start, start + wanted.bytes);
        if (!(await accept(wanted, packed))) throw storeErrors.wrong(opened.target, objects[object]!.name);
        void cache.write(wanted.hash, packed);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (gate && isOfStore(error)) gate.failed();
      else failedAt(group.map(({ piece }) => piece));
      heard(error as Error);
    } finally {
      for (const { piece } of group) coming.settle(piece);
    }
  };
  const mayAsk = () => !signal.aborted && gate?.isOpen() !== false;
  const entriesOf = async (pieces: readonly number[]): Promise<Wanted[]> => {
    try {
      return (await table.read(pieces)).map((entry, i) => ({ ...entry, piece: pieces[i]! }));
    } catch (error) {
      failedAt(pieces);
      if (!signal.aborted) heard(error as Error);
      return [];
    }
  };
  const bringNow = async (pieces: readonly number[]): Promise<void> => {
    if (pieces.length === 0) return;
    const wanted = await entriesOf(pieces);
    const found = await Promise.all(wanted.map(fromDisk));
    const groups = neighbours(
      index,
      wanted.filter((_, i) => !found[i]),
    );
    const fetchNext = async () => {
      for (let group = groups.shift(); group && mayAsk(); group = groups.shift()) await fromStore(group);
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, groups.length) }, fetchNext));
  };
  return {
    has: piece => here(piece) !== undefined,
    rows(piece) {
      const found = here(piece);
      return found?.kind === 'rows' ? found.rows : undefined;
    },
    page(piece) {
      const found = here(piece);
      return found?.kind === 'page' ? found.page : undefined;
    },
    metas(piece) {
      const found = here(piece);
      return found?.kind === 'metas' ? found.metas : undefined;
    },
    note: piece => void noted.add(piece),
    takeNoted() {
      const taken = noted;
      noted = new Set();
      return taken;
    },
    async bring(pieces) {
      const now = performance.now();
      const isWanted = (piece: number) => !here(piece) && !coming.has(piece) && (failed.get(piece) ?? 0) <= now;
      const all = [...new Set(pieces)];
      const wanted = all.filter(isWanted).sort((a, b) => a - b);
      const end = coming.begin(wanted);
      void bringNow(wanted).catch(heard).finally(end);
      await coming.whenSettled(all);
    },
  };
}

interface Wanted extends PieceEntry {
  readonly piece: number;
}

const objectOf = ({ objectStarts }: ResidentIndex, piece: number): number =>
  firstWhere(objectStarts.length, object => objectStarts[object]! > piece) - 1;

/** Rising numbers in groups that one request fetches. */
function neighbours(index: ResidentIndex, pieces: readonly Wanted[]): Wanted[][] {
  const groups: Wanted[][] = [];
  for (const wanted of pieces) {
    const { piece } = wanted;
    const last = groups.at(-1);
    if (last?.at(-1)?.piece === piece - 1 && objectOf(index, piece) === objectOf(index, piece - 1)) last.push(wanted);
    else groups.push([wanted]);
  }
  return groups;
}

const beginningOfHash = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest().subarray(0, HASH_BYTES).toString('hex');
