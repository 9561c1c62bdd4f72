import type { ArticleOwner } from '../../engine/index/articles/articleTable';
import type { Bilingual } from '../../engine/text/bilingual';
import type { Reason } from '../formats/unreadableFile';

/** All that the index holds at one moment. An article that no file claims is dead. */
export interface Manifest {
  readonly segments: readonly SegmentRecord[];
  readonly files: readonly FileRecord[];
  readonly skipped: readonly SkippedFile[];
  /** The first cluster number that is free. */
  readonly nextCluster: number;
  /** The size limit the files were read with: another one gives the skipped a new chance. */
  readonly maxFileBytes: number | null;
  /** On which devices the corpus folders were when their files were read, as the system numbers them. */
  readonly devices?: readonly { readonly path: string; readonly device: number }[];
}

/** What is to be known of a segment before its file is opened. */
export interface SegmentRecord {
  readonly id: string;
  /** UTF-16 code units of text, marks between articles included. */
  readonly characters: number;
  readonly articles: number;
  /** Bytes of its file. */
  readonly bytes: number;
  /** Where the numbers of its near-duplicates begin, in an index that was put together from several. */
  readonly clusterBase?: number;
}

/** A state of a file: what is the same need not be read again. */
export interface FileState {
  /** Absolute path. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** A file that was read, and where its articles are. */
export interface FileRecord extends FileState {
  /** Hash of its bytes: recognises it when it was moved, renamed or only touched. */
  readonly hash: string;
  readonly spans: readonly Span[];
  readonly articles: number;
  readonly characters: number;
  /** How many pieces cleaning took out. */
  readonly removed: number;
  /** What a person should look at; no more than `MOST_PROBLEMS`. */
  readonly problems: readonly Bilingual[];
  /** False while only its first `entries` articles are indexed: reading was interrupted and goes on there. */
  readonly complete: boolean;
  /** Entries of the file that were dealt with, articles and problems alike. */
  readonly entries: number;
}

/** Articles of a file in a segment: `count` from number `first` on. */
export interface Span {
  readonly segment: string;
  readonly first: number;
  readonly count: number;
}

/** `size` of what could not even be looked at: a folder, or a name that cannot be opened. */
export const UNKNOWN_SIZE = -1;

/** A file that gives no article, and why. */
export interface SkippedFile extends FileState {
  readonly reason: Reason;
  /** How many files the row stands for, where it is one for a kind that is never meant as text. */
  readonly count?: number;
  /** How many builders died on it in this state. One may have been killed from outside: `MOST_DEATHS` are proof. */
  readonly deaths?: number;
  /** The converter that was tried on it, as the settings had it. */
  readonly converter?: string;
}

/** So many builders that died on a file prove that it was the file. */
export const MOST_DEATHS = 2;

/** That of an index in which there is nothing yet. */
export const EMPTY_MANIFEST: Manifest = { segments: [], files: [], skipped: [], nextCluster: 1, maxFileBytes: null };

/** For each segment the files that own articles in it, ascending by article. */
export function ownersBySegment(manifest: Manifest): Map<string, ArticleOwner[]> {
  const owners = new Map<string, ArticleOwner[]>(manifest.segments.map(({ id }) => [id, []]));
  for (const { path, spans } of manifest.files) {
    for (const { segment, first, count } of spans) owners.get(segment)?.push({ path, first, count });
  }
  for (const list of owners.values()) list.sort((a, b) => a.first - b.first);
  return owners;
}

/** How many files gave no article that might have: kinds never meant as text do not count. */
export function skippedFiles({ skipped }: Manifest): number {
  return skipped.filter(({ count }) => count === undefined).length;
}

/** Living articles and their characters, and the bytes the index takes on disk. */
export function totals(manifest: Manifest): { articles: number; characters: number; indexBytes: number } {
  return {
    articles: manifest.files.reduce((sum, file) => sum + file.articles, 0),
    characters: manifest.files.reduce((sum, file) => sum + file.characters, 0),
    indexBytes: manifest.segments.reduce((sum, segment) => sum + segment.bytes, 0),
  };
}

/**
 * The manifest without these segments: files with articles in them count as never read.
 * For segments that are damaged or missing.
 */
export function withoutSegments(manifest: Manifest, lost: ReadonlySet<string>): Manifest {
  return {
    ...manifest,
    segments: manifest.segments.filter(({ id }) => !lost.has(id)),
    files: manifest.files.filter(({ spans }) => !spans.some(({ segment }) => lost.has(segment))),
  };
}
