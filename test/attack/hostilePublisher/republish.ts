import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import type { BlockLayout, Collection, StoredObject } from '../../../src/library/library';
import { encodeLibrary } from '../../../src/library/libraryManifest';
import { otherValue } from './otherwise';
import type { Published } from './published';

/** Publishes the library with something else in it, hashes, lengths and checksums made anew; tells what it is. */
export type Harm = (published: Published, next: () => number) => string;

export const otherJson = (text: string, next: () => number) => JSON.stringify(otherValue(JSON.parse(text), next)) ?? '';

export function republish(published: Published, change: (own: Collection) => object): void {
  const { library, manifest } = published;
  const [own, ...others] = library.collections;
  manifest(encodeLibrary({ ...library, collections: [change(own!) as Collection, ...others] }, INDEX_VERSION));
}

/** A segment file of these sections, whatever they are, with what its header says. */
export function republishLayout(
  published: Published,
  change: Partial<BlockLayout>,
  more: Partial<Collection> = {},
): void {
  const layout = published.library.collections[0]!.blocks![0]!;
  republish(published, own => ({ ...own, ...more, blocks: [{ ...layout, ...change }] }));
}

/** Every stored object of the library, by what it is. */
export function storedObjects({ library }: Published): [what: string, object: StoredObject][] {
  const [{ segments, files, blocks }] = library.collections as [Collection];
  const layout = blocks![0]!;
  return [
    ['segment', segments[0]!],
    ['mined frames', segments[0]!.frames[0]!],
    ['files', files],
    ...(['index', 'dead', 'folders', 'frames'] as const).map(
      name => [`layout ${name}`, layout[name]!] as [string, StoredObject],
    ),
    ['layout pieces', { bytes: layout.objects[0]!.bytes, chunks: [layout.objects[0]!.name] }],
  ];
}
