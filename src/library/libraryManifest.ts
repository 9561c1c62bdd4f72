import * as v from 'valibot';
import { BLOCK_CHARACTERS } from '../corpus/index/framesFile';
import type { Bilingual } from '../engine/text/bilingual';
import { storedOf } from './collections';
import { isName } from './folderNames';
import type { Collection, Library, StoredObject } from './library';
import { libraryLimits } from './limits';

const VERSION = 1;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const shortText = v.pipe(v.string(), v.maxLength(400));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const stored = (mostBytes: number) => ({ bytes: v.pipe(count, v.maxValue(mostBytes)), chunks: v.array(hash) });
const anySize = stored(Number.MAX_SAFE_INTEGER);
const segmentId = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/));
const collection = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
  slot: v.pipe(count, v.maxValue(libraryLimits.mostCollections - 1)),
  published: count,
  folders: v.pipe(v.array(v.pipe(shortText, v.check(isName))), v.maxLength(1000)),
  // By folders of its own: no name leads to one of the reader's.
  weights: v.optional(
    v.record(v.pipe(shortText, v.check(isName)), v.pipe(v.number(), v.minValue(0.01), v.maxValue(100))),
  ),
  articles: count,
  characters: count,
  segments: v.array(
    v.object({
      ...anySize,
      id: segmentId,
      characters: v.pipe(count, v.maxValue(libraryLimits.segmentCharacters)),
      articles: count,
      frames: v.array(v.object(stored(libraryLimits.framesBytes))),
    }),
  ),
  files: v.object(stored(libraryLimits.packedTableBytes)),
  blocks: v.optional(
    v.array(
      v.object({
        segments: v.array(segmentId),
        characters: v.pipe(count, v.maxValue(libraryLimits.layoutCharacters)),
        index: v.object(stored(mostIndexBytes(libraryLimits.layoutCharacters))),
        dead: v.object(stored(libraryLimits.chunkBytes)),
        folders: v.optional(v.object(stored(libraryLimits.chunkBytes))),
        speakers: v.optional(v.object(stored(libraryLimits.chunkBytes))),
        frames: v.optional(v.object(stored(libraryLimits.chunkBytes))),
        objects: v.array(v.object({ name: hash, bytes: v.pipe(count, v.maxValue(libraryLimits.chunkBytes)) })),
      }),
    ),
  ),
});
const schema = v.object({
  format: v.literal('fanben-library'),
  version: v.literal(VERSION),
  /** Of the index: another one cannot be read. */
  index: count,
  name: shortText,
  licence: v.pipe(v.string(), v.maxLength(4000)),
  collections: v.pipe(v.array(collection), v.maxLength(libraryLimits.mostCollections)),
  retired: v.array(v.object({ name: hash, since: count })),
});

/** The bytes of `library.json`; `index`: the version of index that its segments are. */
export function encodeLibrary({ name, licence, collections, retired }: Library, index: number): Uint8Array {
  const written = { format: 'fanben-library', version: VERSION, index, name, licence, collections, retired };
  return Buffer.from(`${JSON.stringify(written)}\n`);
}

/** Reads `library.json`; says why where it cannot be used. `index`: the version of index that is read here. */
export function decodeLibrary(bytes: Uint8Array, index: number): Library | Bilingual {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return notOurs;
  }
  const { format, version, index: made } = (parsed ?? {}) as Record<string, unknown>;
  if (format !== 'fanben-library') return notOurs;
  if (version !== VERSION || made !== index) return otherVersion;
  const result = v.safeParse(schema, parsed);
  if (!result.success) return damaged;
  const { name, licence, collections, retired } = result.output;
  if (!areDistinct(collections) || !collections.every(isConsistent)) return damaged;
  if (collections.reduce((sum, { segments }) => sum + segments.length, 0) > libraryLimits.mostSegments) return damaged;
  return { name, licence, collections, retired };
}

/** Has it as many pieces as its bytes need? */
const isWhole = ({ bytes, chunks }: StoredObject): boolean =>
  chunks.length === Math.ceil(bytes / libraryLimits.chunkBytes);

/** Bytes of the index of a layout, unpacked. */
export function mostIndexBytes(characters: number): number {
  return libraryLimits.blockIndexBytes + Math.ceil(characters * libraryLimits.blockIndexBytesPerCharacter);
}

/** Can all that it says of itself be? What is promised of a segment decides what room is made for it. */
function isConsistent(collection: Collection): boolean {
  const { segments, blocks = [] } = collection;
  const sizes = new Map(segments.map(({ id, characters }) => [id, characters]));
  return (
    storedOf(collection).every(isWhole) &&
    sizes.size === segments.length &&
    segments.every(
      ({ bytes, characters, articles, frames }) =>
        2 * characters <= bytes &&
        articles <= characters &&
        frames.length <= Math.ceil(characters / BLOCK_CHARACTERS) &&
        frames.every(isWhole),
    ) &&
    blocks.length <= libraryLimits.mostLayouts &&
    blocks.every(({ segments, characters, index }) => {
      const own = segments.reduce((sum, id) => sum + (sizes.get(id) ?? Number.NaN), 0);
      return (
        own === characters && new Set(segments).size === segments.length && index.bytes <= mostIndexBytes(characters)
      );
    })
  );
}

const areDistinct = (collections: readonly Collection[]): boolean =>
  new Set(collections.map(({ slot }) => slot)).size === collections.length &&
  new Set(collections.map(({ id }) => id)).size === collections.length;

const notOurs = {
  zh: 'library.json 不是范本资料库的清单。请检查地址。',
  en: 'library.json is no manifest of a Fanben library. Check the address.',
};
const otherVersion = {
  zh: '资料库是另一版本的范本发布的。请与发布者使用同一版本。',
  en: 'The library was published by another version of Fanben. Use the same version as its publisher.',
};
const damaged = {
  zh: 'library.json 已损坏，没有使用。请让发布者重新发布。',
  en: 'library.json is damaged and was not used. Ask its publisher to publish again.',
};
