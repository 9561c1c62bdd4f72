import type { FileState } from '../index/manifest';
import type { UnreadablePlace } from './unreadablePlaces';

/** What a look at the folders of a corpus has found. */
export interface Listing {
  /** In natural order (第2期 before 第10期), each path once. */
  readonly files: readonly FileState[];
  /** The folders that were entered, each real one once: where changes are to be expected. */
  readonly folders: readonly string[];
  readonly unreadable: readonly UnreadablePlace[];
  /** What the corpus names and is a file: where a folder was before, that may come back. */
  readonly rootFiles: readonly string[];
  /** Corpus folders, and folders in them that are another device: a share, a stick. */
  readonly devices: readonly FolderDevice[];
  /** Folders in which there is nothing at all. */
  readonly empty: readonly EmptyFolder[];
}

/** On which device a folder is, as the system numbers them: another number at the same place is another disk, or none. */
export interface FolderDevice {
  readonly path: string;
  readonly device: number;
}

/** A folder without anything in it, not even files that are no text. */
export interface EmptyFolder extends FolderDevice {
  /** The corpus names it. */
  readonly isRoot: boolean;
}
