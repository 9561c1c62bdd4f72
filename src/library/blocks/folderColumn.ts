import { PackedNumbers } from '../../engine/index/blocks/packedNumbers';
import type { Collection } from '../library';

/** Bytes of an article. */
export const FOLDER_BYTES = 2;

/** In which of the folders each article is: the first part of its path says it. Dead ones are in the first. */
export function encodeFolders(paths: readonly (string | undefined)[], folders: readonly string[]): Uint8Array {
  const numbers = new Map(folders.map((name, number) => [name, number]));
  const column = new Uint8Array(FOLDER_BYTES * paths.length);
  paths.forEach((path, article) => {
    const number = numbers.get(path?.split('/', 1)[0] ?? '') ?? 0;
    column[FOLDER_BYTES * article] = number & 0xff;
    column[FOLDER_BYTES * article + 1] = number >> 8;
  });
  return column;
}

/** What each article counts by its publisher's wish; null where it is 1 everywhere. */
export function publishedWeights(
  column: Uint8Array,
  { folders, weights = {} }: Pick<Collection, 'folders' | 'weights'>,
): ((article: number) => number) | null {
  const ofFolder = folders.map(name => (Object.hasOwn(weights, name) ? weights[name]! : 1));
  if (ofFolder.every(weight => weight === 1)) return null;
  const numbers = packedShorts(column);
  return article => ofFolder[numbers.at(article)] ?? 1;
}

/** Numbers of two bytes, packed: articles of a folder, or of a speaker, mostly stand together. */
export function packedShorts(bytes: Uint8Array): PackedNumbers {
  return new PackedNumbers(
    Uint16Array.from({ length: bytes.length / FOLDER_BYTES }, (_, i) => {
      return bytes[FOLDER_BYTES * i]! | (bytes[FOLDER_BYTES * i + 1]! << 8);
    }),
  );
}
