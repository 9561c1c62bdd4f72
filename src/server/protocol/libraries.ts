/** Libraries: collections that others publish, read beside the writer's own corpus. */
import * as v from 'valibot';
import { nothing, path, type Schemas } from './schema';

/** A library as it is here: its state, and how much of it can be asked. Characters are UTF-16 code units. */
export interface LibraryState {
  target: string;
  name: string;
  /** `offline`: its store cannot be reached, what is here of it serves. */
  state: 'fetching' | 'ready' | 'offline' | 'failed';
  /** Absolute path below which its files seem to be. */
  root: string;
  licence: string;
  /** Milliseconds of the epoch; 0: not known. */
  published: number;
  articles: number;
  characters: number;
  /** It is too large to be copied: pieces of it are read as they are needed. */
  isOnDemand?: boolean;
  /** While something is fetched. */
  bytesDone?: number;
  bytesFound?: number;
  /** Where `state` is `failed` or `offline`: why. */
  message?: string;
}

/** Of one library, or of all. */
const refreshParams = v.object({ target: v.optional(path) });

/** About libraries; `server/corpus` answers. */
export interface LibraryRequests {
  'fanben/libraries': { params: null; result: LibraryState[] };
}

/** What is to be done about libraries. */
export interface LibraryNotifications {
  /** Look at the store now. */
  'fanben/refreshLibraries': { params: v.InferOutput<typeof refreshParams> };
}

/** What checks the params of each. */
export const librarySchemas: Schemas<LibraryRequests & LibraryNotifications> = {
  'fanben/libraries': nothing,
  'fanben/refreshLibraries': refreshParams,
};

/** From the server, whenever something about a library changes, and while one is fetched five times a second. */
export interface LibraryNews {
  'fanben/librariesChanged': { params: { libraries: LibraryState[] } };
}
