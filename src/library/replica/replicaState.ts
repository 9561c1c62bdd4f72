import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomic } from '../../corpus/storage/writeAtomic';
import type { Library } from '../library';

/** What a replica is of: `replica.json`, beside its segments. */
export interface ReplicaState {
  /** Of the manifest in the store. */
  readonly version: string;
  readonly name: string;
  readonly licence: string;
  /** Milliseconds of the epoch: when the newest of its collections was published. */
  readonly published: number;
  /** What articles of a folder count by its publisher's wish, by the name of the folder. */
  readonly weights?: Readonly<Record<string, number>>;
}

const STATE = 'replica.json';

/** What is known of the library of a replica; null before it was fetched for the first time. */
export async function readReplicaState(folder: string): Promise<ReplicaState | null> {
  try {
    const read = JSON.parse(await readFile(join(folder, STATE), 'utf8')) as ReplicaState;
    return typeof read.version === 'string' ? read : null;
  } catch {
    return null;
  }
}

/** Replaces what is known of it. */
export const writeReplicaState = (folder: string, state: ReplicaState): Promise<void> =>
  writeAtomic(join(folder, STATE), [Buffer.from(JSON.stringify(state))]);

/** What is told of a library. */
export function stateOf({ name, licence, collections }: Library, version: string): ReplicaState {
  const published = Math.max(0, ...collections.map(collection => collection.published));
  const weights = Object.assign({}, ...collections.map(collection => collection.weights ?? {}));
  return { version, name, licence, published, ...(Object.keys(weights).length > 0 && { weights }) };
}

/** Nothing is known of it any more. */
export const dropReplicaState = (folder: string): Promise<void> => rm(join(folder, STATE), { force: true });
