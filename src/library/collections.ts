import type { BlockLayout, Collection, Library, StoredObject } from './library';
import { libraryLimits } from './limits';

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

/** All that it has in pieces. */
export const storedOf = (collection: Omit<Collection, 'slot'>): StoredObject[] => [
  ...replicatedOf(collection),
  ...(collection.blocks ?? []).flatMap(besideObjects),
];

/** What a reader has whole of a layout. */
export const besideObjects = ({ index, dead, folders, speakers, frames }: BlockLayout): StoredObject[] =>
  [index, dead, folders, speakers, frames].filter(object => object !== undefined);

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
