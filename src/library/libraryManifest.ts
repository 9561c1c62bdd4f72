import * as v from 'valibot';
import { BLOCK_CHARACTERS } from '../corpus/index/framesFile';
import type { Bilingual } from '../engine/text/bilingual';
import { libraryLimits } from './limits';

/**
 * What a library holds at one moment, as `library.json` says: the collections of its publishers, each as its index was. Whatever it
 * names lies beside it in objects called by the SHA-256 of their bytes.
 */
export interface Library {
  readonly name: string;
  /** Who may do what with the texts; shown to every reader. */
  readonly licence: string;
  readonly collections: readonly Collection[];
  /** Objects that are not named any more, and since when: milliseconds of the epoch. */
  readonly retired: readonly Retired[];
}

/** What one publisher has published: the index of some folders. */
export interface Collection {
  /** Its publisher's; publishing again replaces it. */
  readonly id: string;
  /** Tells it from the others of the library, where numbers are short. */
  readonly slot: number;
  /** Milliseconds of the epoch. */
  readonly published: number;
  /** Names of its folders; paths begin with one of them. */
  readonly folders: readonly string[];
  /** How much its publisher wants articles of a folder to count, against 1 elsewhere. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  readonly articles: number;
  readonly characters: number;
  readonly segments: readonly PublishedSegment[];
  /** The table of its files, packed. */
  readonly files: StoredObject;
  /** The same articles for readers that read on demand; left out where they were not laid out. */
  readonly blocks?: readonly BlockLayout[] | undefined;
}

/** Some segments of a collection in pieces that are read one by one: see `layOut`. */
export interface BlockLayout {
  /** Ids of the segments. */
  readonly segments: readonly string[];
  readonly characters: number;
  /** What a reader has in memory of it, packed. */
  readonly index: StoredObject;
  /** Which of its articles are dead: one bit each, packed. */
  readonly dead: StoredObject;
  /** Which of the collection's folders each article is in: two bytes each, packed. */
  readonly folders?: StoredObject | undefined;
  /** The best of its mined frames, packed; left out where they were not mined. */
  readonly frames?: StoredObject | undefined;
  /** What its pieces are in, one behind the other. */
  readonly objects: readonly { readonly name: string; readonly bytes: number }[];
}

/** Something in pieces of 8 MiB, of which the last may be shorter. */
export interface StoredObject {
  readonly bytes: number;
  /** Names of the pieces. */
  readonly chunks: readonly string[];
}

export interface PublishedSegment extends StoredObject {
  /** Its id in the index of the publisher: segments never change, so one that is known need not be read again. */
  readonly id: string;
  readonly characters: number;
  readonly articles: number;
  /** Its mined frames, block by block; empty where they were not mined. */
  readonly frames: readonly StoredObject[];
}

export interface Retired {
  readonly name: string;
  readonly since: number;
}

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

/**
 * A name of one folder, that leads nowhere else on any system: no separator, no drive, no character that is not seen, and at its end no
 * dot or blank, which Windows takes away (`.. ` is `..` there).
 */
export function isName(name: string): boolean {
  return name !== '' && !NOT_IN_NAMES.test(name) && !AT_NO_END.test(name);
}

/** What stands for a name that is none elsewhere: `a:b` → `a_b`. */
export function nameOnAnySystem(name: string): string {
  return name.replace(new RegExp(NOT_IN_NAMES, 'g'), '_').replace(AT_NO_END, '_') || '_';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_IN_NAMES = /[\\/:\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
const AT_NO_END = /[. ]+$/;

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

/** The library with a collection in place of what its publisher had there before; `now`: milliseconds of the epoch. */
export function withCollection(
  library: Library | null,
  own: Omit<Collection, 'slot'>,
  { name, licence }: { name?: string | undefined; licence?: string | undefined },
  now: number,
): Library {
  const before = library?.collections ?? [];
  const others = before.filter(({ id }) => id !== own.id);
  const slot = before.find(({ id }) => id === own.id)?.slot ?? freeSlot(others);
  const collections = [...others, { ...own, slot }];
  const named = objectsOf(collections);
  const since = new Map((library?.retired ?? []).map(({ name, since }) => [name, since]));
  const retired = [...objectsOf(before), ...since.keys()].filter(name => !named.has(name));
  return {
    name: name ?? library?.name ?? '',
    licence: licence ?? library?.licence ?? '',
    collections,
    retired: [...new Set(retired)]
      .map(name => ({ name, since: since.get(name) ?? now }))
      .filter(({ since }) => now - since < libraryLimits.retiredMs)
      .sort((a, b) => b.since - a.since)
      .slice(0, libraryLimits.mostRetired),
  };
}

function freeSlot(collections: readonly Collection[]): number {
  const taken = new Set(collections.map(({ slot }) => slot));
  let slot = 0;
  while (taken.has(slot)) slot++;
  return slot;
}

/** The names of all objects of these collections. */
export function objectsOf(collections: readonly Omit<Collection, 'slot'>[]): Set<string> {
  const layouts = collections.flatMap(({ blocks = [] }) => blocks);
  return new Set([
    ...collections.flatMap(storedOf).flatMap(({ chunks }) => chunks),
    ...layouts.flatMap(({ objects }) => objects.map(({ name }) => name)),
  ]);
}

const storedOf = (collection: Omit<Collection, 'slot'>): StoredObject[] => [
  ...replicatedOf(collection),
  ...(collection.blocks ?? []).flatMap(besideObjects),
];

/** What a reader has whole of a layout. */
export const besideObjects = ({ index, dead, folders, frames }: BlockLayout): StoredObject[] =>
  [index, dead, folders, frames].filter(object => object !== undefined);

/** What a replica is made of. */
const replicatedOf = ({ segments, files }: Omit<Collection, 'slot'>): StoredObject[] => [
  ...segments.flatMap(segment => [segment, ...segment.frames]),
  files,
];

/** Living articles and their characters, and the bytes of a replica. */
export function libraryTotals({ collections }: Library): { articles: number; characters: number; bytes: number } {
  const sum = (of: (collection: Collection) => number) => collections.reduce((total, one) => total + of(one), 0);
  return {
    articles: sum(({ articles }) => articles),
    characters: sum(({ characters }) => characters),
    bytes: sum(collection => replicatedOf(collection).reduce((total, { bytes }) => total + bytes, 0)),
  };
}
