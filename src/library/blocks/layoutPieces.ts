import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { type BlockIndex, HASH_BYTES } from '../../engine/index/blocks/blockIndex';
import type { LocalPieces } from '../../engine/index/blocks/blockSegment';
import { firstWhere } from '../../engine/index/blocks/rows';
import type { BlockLayout } from '../library';
import { libraryLimits } from '../limits';
import type { Gate } from '../store/backOff';
import { isOfStore, type Store, storeErrors } from '../store/store';
import { decodePiece, memoryOf, type Piece } from './decodePiece';
import type { PieceCache } from './pieceCache';
import type { PieceMemory } from './pieceMemory';

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

export function layoutPieces(
  id: string,
  index: BlockIndex,
  { objects }: Pick<BlockLayout, 'objects'>,
  { memory, cache, store, heard, signal, gate }: PieceSources,
): LayoutPieces {
  const keyOf = (piece: number) => `${id} ${piece}`;
  const here = (piece: number) => memory.get(keyOf(piece)) as Piece | undefined;
  const coming = new Map<number, Promise<void>>();
  const failed = new Map<number, number>();
  let noted = new Set<number>();
  const offsets = offsetsOf(index);
  const hashOf = (piece: number) =>
    Buffer.from(index.pieceHashes.subarray(piece * HASH_BYTES, (piece + 1) * HASH_BYTES)).toString('hex');

  /** Takes a piece in, if it is what the index says. */
  const accept = async (piece: number, packed: Uint8Array): Promise<boolean> => {
    if (beginningOfHash(packed) !== hashOf(piece)) return false;
    const bytes = await inflate(packed, { maxOutputLength: libraryLimits.pieceBytes }).catch(() => null);
    const read = bytes && decodePiece(index, piece, bytes);
    if (read) memory.set(keyOf(piece), read, memoryOf(read, bytes.length));
    return read !== null;
  };
  const fromDisk = async (piece: number): Promise<boolean> => {
    const packed = await cache.read(hashOf(piece));
    if (!packed) return false;
    if (await accept(piece, packed)) return true;
    await cache.remove(hashOf(piece));
    return false;
  };
  /** Neighbours of one object, by one request. */
  const fromStore = async (pieces: readonly number[]): Promise<void> => {
    const object = objectOf(index, pieces[0]!);
    const from = offsets[pieces[0]!]!;
    const end = offsets[pieces.at(-1)!]! + index.pieceBytes[pieces.at(-1)!]!;
    try {
      const opened = await store();
      const bytes = await opened.readRange(objects[object]!.name, from, end - from);
      if (signal.aborted) return;
      gate?.succeeded();
      heard(bytes.length);
      for (const piece of pieces) {
        const start = offsets[piece]! - from;
        const packed = bytes.subarray(start, start + index.pieceBytes[piece]!);
        if (await accept(piece, packed)) void cache.write(hashOf(piece), packed);
        else throw storeErrors.wrong(opened.target, objects[object]!.name);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (gate && isOfStore(error)) gate.failed();
      else for (const piece of pieces) if (!here(piece)) failed.set(piece, performance.now() + AGAIN_MS);
      heard(error as Error);
    }
  };
  const mayAsk = () => !signal.aborted && gate?.isOpen() !== false;
  const bringNow = async (pieces: readonly number[]): Promise<void> => {
    const found = await Promise.all(pieces.map(fromDisk));
    const missing = pieces.filter((_, i) => !found[i]);
    const groups = neighbours(index, missing);
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
      const under = bringNow(wanted).finally(() => {
        for (const piece of wanted) coming.delete(piece);
      });
      for (const piece of wanted) coming.set(piece, under);
      await Promise.all(new Set(all.flatMap(piece => coming.get(piece) ?? [])));
    },
  };
}

/** By piece: where it begins in its object. */
function offsetsOf({ pieceBytes, objectStarts }: BlockIndex): Uint32Array {
  const offsets = new Uint32Array(pieceBytes.length);
  for (let object = 0; object + 1 < objectStarts.length; object++)
    for (let piece = objectStarts[object]!, at = 0; piece < objectStarts[object + 1]!; piece++) {
      offsets[piece] = at;
      at += pieceBytes[piece]!;
    }
  return offsets;
}

const objectOf = ({ objectStarts }: BlockIndex, piece: number): number =>
  firstWhere(objectStarts.length, object => objectStarts[object]! > piece) - 1;

/** Rising numbers in groups that one request fetches. */
function neighbours(index: BlockIndex, pieces: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.at(-1) === piece - 1 && objectOf(index, piece) === objectOf(index, piece - 1)) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

const beginningOfHash = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest().subarray(0, HASH_BYTES).toString('hex');
