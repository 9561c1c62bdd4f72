import { failureMessage } from './builder/publishing/failureMessage';
import type { OpenOptions } from './index/indexStore';
import { type LiveIndex, type LiveIndexEvents, openLiveIndex } from './index/liveIndex';
import { removeOrphans } from './index/orphanIndexes';
import { seedStorage } from './index/seedStorage';
import type { BuilderOptions } from './runBuilder';
import { makeOwnFolder } from './storage/ownFolder';
import type { SealKeys } from './storage/seal';

/** Which files make the corpus, and where its index is kept. */
export interface CorpusOptions extends OpenOptions, BuilderOptions {
  /** Absolute paths of files and folders. */
  readonly corpus: readonly string[];
  /** Absolute path of the folder that holds the index; made when missing. */
  readonly storage: string;
  /** Absolute path of the folder that holds the indexes of other lists of folders: a new one begins with what they have. */
  readonly indexes?: string | undefined;
  /** Absolute path of the file that says which of these indexes this workspace uses; those that none uses are removed. */
  readonly use?: string | undefined;
  /** Absolute path of the file of the writer's notes; by default one beside the folder of the index. */
  readonly notes?: string | undefined;
  /** Under which keys that file may be sealed, and whether it is to be. */
  readonly seal?: SealKeys | undefined;
  /** Globs on the path within a corpus folder. */
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly maxFileBytes?: number | undefined;
  /** A program that reads what is not read here: `auto` or its absolute path. */
  readonly converter?: string | undefined;
  /** Mine the frames of the corpus; default true. */
  readonly mine?: boolean;
  /** Follow changes on disk; default true. */
  readonly watch?: boolean;
  /** Language of messages: English for `en…`, else Chinese. */
  readonly locale?: string | undefined;
}

/** Opens the index in its folder, which is made where it is missing. Rejects, with a message for the user, where it cannot be used. */
export async function openStorage(options: CorpusOptions, events: LiveIndexEvents): Promise<LiveIndex> {
  try {
    await makeOwnFolder(options.storage);
    if (options.indexes) await seedStorage(options.storage, options.corpus, options.indexes);
    // After the seed: what this workspace used before may be that.
    if (options.indexes && options.use) await removeOrphans(options.storage, options.indexes, options.use, Date.now());
    return await openLiveIndex(options.storage, options, events);
  } catch (error) {
    throw new Error(failureMessage(error, options.storage)[languageOf(options)], { cause: error });
  }
}

/** The language of messages to the writer. */
export function languageOf({ locale }: CorpusOptions): 'zh' | 'en' {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}
