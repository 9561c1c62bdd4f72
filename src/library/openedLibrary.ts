import type { OpenOptions } from '../corpus/index/indexStore';
import type { Manifest } from '../corpus/index/manifest';
import type { CorpusView } from '../engine/index/segment';
import type { Bilingual } from '../engine/text/bilingual';
import type { OnDemand } from './blocks/readOnDemand';
import type { Clock } from './store/backOff';
import type { Network } from './store/network';
import type { S3Keys } from './store/s3Access';

/** Which library is opened, and how it is read. */
export interface LibraryOptions extends OpenOptions {
  /** A folder, `https://…` or `s3://…`. */
  readonly target: string;
  /** Absolute path of the folder that holds the replicas of libraries. */
  readonly replicas: string;
  /** Number of the library among those that are read together, from 1: tells its near-duplicates from those of others. */
  readonly number: number;
  readonly keys?: S3Keys | undefined;
  readonly network?: Network | undefined;
  /** A library of more characters is read on demand, if it can be; by default a thousand million. */
  readonly replicatedCharacters?: number | undefined;
  /** Of one of more characters that is read on demand, the tables that are searched stay on disk; by default two thousand million. */
  readonly residentCharacters?: number | undefined;
  /** What its articles count where it is read on demand; default 1. */
  readonly weight?: number | undefined;
  /** Room on disk for what is read on demand, in bytes. */
  readonly cacheBytes?: number | undefined;
  /** Milliseconds between looks at the store at most; default five minutes. */
  readonly everyMs?: number | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * `fetching`: what is here serves, something newer comes. `offline`: the store cannot be reached, what is here serves. `failed`: there
 * is nothing to serve, and `message` says why.
 */
export interface LibraryStatus {
  readonly target: string;
  readonly state: 'fetching' | 'ready' | 'offline' | 'failed';
  readonly name: string;
  readonly licence: string;
  /** Milliseconds of the epoch; 0: not known. */
  readonly published: number;
  readonly articles: number;
  readonly characters: number;
  /** It is too large to be here whole: pieces of it come as they are asked for. */
  readonly isOnDemand?: boolean;
  readonly bytesDone?: number;
  readonly bytesFound?: number;
  readonly message?: Bilingual;
}

/** A library as server and command line use it: what is here of it answers, whatever becomes of the store. */
export interface OpenLibrary {
  /** Take it anew for every request. */
  view(): CorpusView;
  /** Where it is read on demand, what it is read by: its segments answer from what is here. `view` is empty then. */
  demand(): OnDemand | undefined;
  manifest(): Manifest;
  /** Absolute path of the folder of its index. */
  readonly storage: string;
  /** Absolute path below which its files seem to be. */
  readonly root: string;
  /** What articles below these folders count by its publisher's wish, against 1 elsewhere; paths are absolute. */
  weights(): readonly { readonly path: string; readonly weight: number }[];
  status(): LibraryStatus;
  /** Looks at the store now. Resolves when that is done, or has failed: the status says which. */
  refresh(): Promise<void>;
  dispose(): Promise<void>;
}
