import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { libraryTotals } from '../../library/collections';
import { publish as publishIndex } from '../../library/publish';
import { openStore } from '../../library/store/openStore';
import type { TransferProgress } from '../../library/transferProgress';
import { UsageError } from '../arguments/arguments';
import { cacheFolder } from '../asked/cacheFolder';
import { cliLanguage } from '../output/language';
import { type IndexOptions, indexFolders } from './index';

/** What is published where, and how it is indexed before. */
export interface PublishOptions extends Omit<IndexOptions, 'storage'> {
  /** Where the library is: a folder or `s3://bucket/prefix`. */
  readonly to: string;
  /** Folder of the index to publish from; by default one in the cache of the system. */
  readonly storage?: string | undefined;
  readonly name?: string | undefined;
  readonly licence?: string | undefined;
  /** `大会=2`: a folder by its path or its name, and what its articles count for readers. */
  readonly weight?: readonly string[] | undefined;
  /** Send everything anew: what is there is damaged. */
  readonly force?: boolean | undefined;
  /** Also in blocks, for readers that read on demand; by default from a certain size on. */
  readonly blocks?: boolean | undefined;
}

/** What `fanben publish --json` prints. */
export interface PublishReport {
  name: string;
  /** Of the whole library. */
  articles: number;
  characters: number;
  bytes: number;
  collections: number;
  /** Bytes that were not there yet. */
  sent: number;
  /** How often another publisher was first. */
  merges: number;
}

/**
 * `fanben publish PATH… --to TARGET`: brings the index of these files up to date, and publishes it as a collection of the library there.
 * 1 where indexing fails or is interrupted; rejects where the library cannot be reached or written.
 */
export async function publish(
  paths: readonly string[],
  { to, storage = ownStorage(paths, to), name, licence, weight, blocks, force, json, ...indexing }: PublishOptions,
): Promise<0 | 1> {
  const corpus = paths.map(path => resolve(path));
  const weights = weight && weightsOf(weight, corpus);
  const store = await openStore(to);
  if (!(await indexFolders(paths, { ...indexing, storage, json }))) return 1;
  const progress = transferLine();
  const { library, sent, merges } = await publishIndex(
    store,
    { storage: resolve(storage), corpus, name, licence, weights, blocks, again: force },
    progress.show,
  ).finally(progress.end);
  const report: PublishReport = {
    name: library.name,
    ...libraryTotals(library),
    collections: library.collections.length,
    sent,
    merges,
  };
  console.log(json ? JSON.stringify(report) : texts[cliLanguage()].done(report, store.target));
  return 0;
}

/** `大会=2` → what articles of that folder count. */
function weightsOf(given: readonly string[], corpus: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    given.map(one => {
      const [, name = '', number] = /^(.+)=(\d+(?:\.\d+)?)$/.exec(one) ?? [];
      const path = corpus.find(path => path === resolve(name)) ?? corpus.find(path => basename(path) === name);
      const weight = Number(number);
      if (path === undefined || !(weight >= 0.01 && weight <= 100)) throw new UsageError(`--weight ${one}`);
      return [path, weight];
    }),
  );
}

/** The same folders to the same place: the same index, so that publishing again sends only what is new. */
function ownStorage(paths: readonly string[], to: string): string {
  const all = JSON.stringify([to, ...paths.map(path => resolve(path))]);
  return join(cacheFolder('published'), createHash('sha256').update(all).digest('hex').slice(0, 24));
}

/** On a terminal one line on stderr that is written over; elsewhere nothing. */
function transferLine(): { show(progress: TransferProgress): void; end(): void } {
  const terminal = process.stderr.isTTY === true;
  return {
    show({ bytesDone, bytesFound }) {
      const percent = bytesFound === 0 ? 100 : Math.floor((100 * bytesDone) / bytesFound);
      if (terminal) process.stderr.write(`\r\u001b[K${texts[cliLanguage()].progress(percent)}`);
    },
    end() {
      if (terminal) process.stderr.write('\r\u001b[K');
    },
  };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

const texts = {
  zh: {
    done: ({ articles, characters, sent, bytes }: PublishReport, target: string) =>
      `已发布到 ${target}：${articles} 篇，${characters} 字，共 ${megabytes(bytes)} MB，本次上传 ${megabytes(sent)} MB`,
    progress: (percent: number) => `发布中：${percent}%`,
  },
  en: {
    done: ({ articles, characters, sent, bytes }: PublishReport, target: string) =>
      `Published to ${target}: ${articles} articles, ${characters} characters, ${megabytes(bytes)} MB in all, ${megabytes(sent)} MB sent`,
    progress: (percent: number) => `Publishing: ${percent}%`,
  },
};
