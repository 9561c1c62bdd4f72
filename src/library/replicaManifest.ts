import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FileRecord, Manifest } from '../corpus/index/manifest';
import type { PublishedFile } from './fileTable';
import type { Collection, Library, StoredObject } from './library';

/** The numbers of near-duplicates of one collection begin here, so that those of another are others. */
export const CLUSTERS_OF_COLLECTION = 1 << 22;
/** Likewise for libraries. */
export const CLUSTERS_OF_LIBRARY = 1 << 27;

/** What a segment is called in a replica: by what is in it, so that two publishers may use the same id. */
export function segmentId({ chunks }: StoredObject): string {
  return createHash('sha256').update(chunks.join()).digest('hex').slice(0, 40);
}

/** Where the files of a library seem to be. Nothing lies there: its articles are read from the index alone. */
export function articlesFolder(replica: string): string {
  return join(replica, 'articles');
}

/** The manifest of the index that a replica is. Spans that lead beyond their segment make it none, and are left out with their file. */
export function replicaManifest(
  replica: string,
  { collections }: Library,
  filesOf: (collection: Collection) => readonly PublishedFile[],
): Manifest {
  const segments = new Map(
    collections.flatMap(collection =>
      collection.segments.map(segment => [
        segmentId(segment),
        {
          id: segmentId(segment),
          characters: segment.characters,
          articles: segment.articles,
          bytes: segment.bytes,
          clusterBase: collection.slot * CLUSTERS_OF_COLLECTION,
        },
      ]),
    ),
  );
  const files = collections.flatMap(collection =>
    filesOf(collection).flatMap(file => record(replica, collection, file)),
  );
  return { segments: [...segments.values()], files, skipped: [], nextCluster: 1, maxFileBytes: null };
}

function record(replica: string, { segments }: Collection, file: PublishedFile): FileRecord[] {
  const isSound = file.spans.every(({ segment, first, count }) => first + count <= (segments[segment]?.articles ?? -1));
  if (!isSound) return [];
  const { path, size, mtimeMs, hash, articles, characters } = file;
  const spans = file.spans.map(({ segment, first, count }) => ({
    segment: segmentId(segments[segment]!),
    first,
    count,
  }));
  return [
    {
      path: join(articlesFolder(replica), ...path.split('/')),
      size,
      mtimeMs,
      hash,
      spans,
      articles,
      characters,
      removed: 0,
      problems: [],
      complete: true,
      entries: articles,
    },
  ];
}
