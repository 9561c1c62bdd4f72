import { readManifest } from '../../corpus/index/manifestFile';
import type { AskedOptions } from '../asked/asked';
import { cliLanguage } from '../output/language';
import type { QueryOptions } from '../questions/answer';
import { type Arguments, countOf, storageOf } from './arguments';

/** The options that all questions to an index share. Rejects where there is no index. */
export async function queryOptions(values: Arguments['values'], defaultLimit: number): Promise<QueryOptions> {
  const { notes, json = false } = values;
  const limit = countOf('limit', values, defaultLimit);
  return { ...(await askedOptions(values)), limit, json, notes };
}

/** A library answers also without an index of one's own. */
export async function askedOptions(values: Arguments['values']): Promise<Omit<AskedOptions, 'notes'>> {
  const { library: libraries, 'on-demand': isOnDemand } = values;
  const storage = values.storage === undefined && libraries ? undefined : await existingStorage(values);
  return { storage, libraries, isOnDemand };
}

/** The storage folder, where there is an index in it. */
export async function existingStorage(values: Arguments['values']): Promise<string> {
  const storage = storageOf(values);
  const manifest = await readManifest(storage);
  if (typeof manifest === 'string') throw new Error(noIndex[cliLanguage()](storage));
  return storage;
}

const noIndex = {
  zh: (storage: string) => `${storage} 里没有可用的索引，请先运行 fanben index`,
  en: (storage: string) => `There is no usable index in ${storage}: run fanben index first`,
};
