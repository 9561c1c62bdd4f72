/** What the builder process and the one that started it say to each other. */
import type { Bilingual } from '../../engine/text/bilingual';
import type { SkippedFile } from '../index/manifest';
import type { Listing } from '../listing/listing';
import type { FoundPlaces } from '../listing/listPlaces';
import type { SealKeys } from '../storage/seal';

/** What is to be built, of which files, into which storage folder. */
export interface BuildRequest {
  /** Absolute paths of files and folders. */
  readonly corpus: readonly string[];
  readonly storage: string;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly maxFileBytes?: number | undefined;
  /** A program that reads what is not read here: `auto` or its absolute path; '' for none. */
  readonly converter?: string | undefined;
  /** Absolute path of the file of the writer's notes: which lines are to be kept. */
  readonly notes?: string | undefined;
  /** Under which keys that file may be sealed, and whether it is to be. */
  readonly seal?: SealKeys | undefined;
  /** What was found just now: where it is not given, the builder looks itself. */
  readonly listing?: Listing | undefined;
  /** Instead of it, what was found in the only folders where something changed: the rest is as the index has it. */
  readonly places?: FoundPlaces | undefined;
  /** Forget what is indexed and read everything. */
  readonly fromScratch: boolean;
  /** Segments found damaged: their files are read again. */
  readonly damaged: readonly string[];
  /** Mine the frames of what is indexed; default true. */
  readonly mine?: boolean | undefined;
  /** Wait for another build behind this one, where that takes little memory. */
  readonly stay?: boolean | undefined;
  /** Files a builder died on. */
  readonly deadly: readonly DeadlyFile[];
  /** Try once more, alone and first, what a builder has died on once: it may have been killed for another's fault. */
  readonly retryDied?: boolean | undefined;
  /** Absolute paths of files to read although they have not changed. */
  readonly again?: readonly string[] | undefined;
}

/** A file on which a builder died, and what the writer is told of it. */
export interface DeadlyFile extends Pick<SkippedFile, 'path' | 'reason'> {
  /** It was stopped for its silence, rather than that it died. */
  readonly hung: boolean;
}

/** What the builder process is told. */
export type ToBuilder =
  /** Get ready for a small build that is likely to come. */
  | { readonly type: 'prepare' }
  | { readonly type: 'build'; readonly request: BuildRequest }
  | { readonly type: 'cancel' };

/** How far a build has come with the files. */
export interface Progress {
  /** Files that need no more work, of all files found. */
  readonly filesDone: number;
  readonly filesFound: number;
  /** The same in bytes, for one large file takes longer than many small ones; within a file it is an estimate. */
  readonly bytesDone: number;
  readonly bytesFound: number;
}

/** What the builder process tells; the last of each build is a `BuildResult`. */
export type FromBuilder =
  /** About to read this file: if nothing more is heard, it is the one that killed the builder. `null`: done with files. */
  | { readonly type: 'reading'; readonly path: string | null }
  /** Sent at least once a second, so that silence means a hung builder. */
  | ({ readonly type: 'progress' } & Progress)
  /** There is a new manifest. */
  | { readonly type: 'published' }
  /** All is indexed: what remains is mining frames, which nobody waits for. */
  | { readonly type: 'indexed' }
  | BuildResult;

/** The last message of a build. */
export type BuildResult =
  /** `stays`: the builder waits for another build. */
  | { readonly type: 'done'; readonly cancelled: boolean; readonly stays?: boolean }
  /** Another process is writing to this storage folder. */
  | { readonly type: 'busy' }
  | { readonly type: 'failed'; readonly message: Bilingual };
