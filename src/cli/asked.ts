import { resolve } from 'node:path';
import type { BlockSegment } from '../engine/index/blocks/blockSegment';
import type { CorpusView } from '../engine/index/segment';
import { type OpenLibrary, openLibrary } from '../library/openLibrary';
import { cacheFolder } from './cacheFolder';
import { cliLanguage } from './language';
import { openNotedIndex } from './notedIndex';
import { soundness } from './soundness';

/** What questions are answered from: an index, libraries, or both. */
export interface AskedOptions {
  /** Folder of the index. */
  readonly storage?: string | undefined;
  /** Path of the writer's notes on articles; by default those that belong to the folder. */
  readonly notes?: string | undefined;
  /** Where libraries are: folders, `https://…`, `s3://…`. */
  readonly libraries?: readonly string[] | undefined;
  /** Read libraries on demand wherever they can be, however small. */
  readonly isOnDemand?: boolean | undefined;
}

export interface Asked {
  /** All that is here whole. */
  readonly view: CorpusView;
  /** With what is read on demand behind it: what is missing there has to be brought first. */
  readonly everything: CorpusView;
  /** Brings what a question needs of that. */
  bring(needsOf: (segment: BlockSegment) => Set<number>): Promise<void>;
  /** Brings what was asked for in vain since. */
  bringNoted(): Promise<void>;
  /** 1 where a part is damaged or could not be had, and stderr says which. */
  soundness(): Promise<0 | 1>;
  close(): Promise<void>;
}

/**
 * Opens all that is asked, the writer's own index first. A library is brought up to date before; what is here of it answers where its
 * store cannot be reached. Rejects where the index cannot be opened, or there is nothing of a library.
 */
export async function openAsked({ storage, notes, libraries = [], isOnDemand = false }: AskedOptions): Promise<Asked> {
  const index = storage === undefined ? undefined : await openNotedIndex(storage, notes);
  const opened: OpenLibrary[] = [];
  const close = async () => {
    await Promise.all([index?.close(), ...opened.map(library => library.dispose())]);
  };
  try {
    let isWhole = true;
    for (const [number, target] of libraries.entries()) {
      const library = await openFetched(target, number + 1, isOnDemand);
      opened.push(library);
      const { state, message } = library.status();
      if (state !== 'ready') {
        isWhole = false;
        if (state === 'failed') throw new Error(message?.[cliLanguage()] ?? target);
        console.error(message?.[cliLanguage()] ?? target);
      }
    }
    const view = [...(index?.view ?? []), ...opened.flatMap(library => library.view())];
    const demands = opened.flatMap(library => library.demand() ?? []);
    return {
      view,
      everything: [...view, ...demands.flatMap(({ segments }) => segments)],
      bring: async needsOf => void (await Promise.all(demands.map(demand => demand.bring(needsOf)))),
      bringNoted: async () => void (await Promise.all(demands.map(demand => demand.bringNoted()))),
      async soundness() {
        const own = index && storage !== undefined ? await soundness(storage, index) : 0;
        return isWhole ? own : 1;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openFetched(target: string, number: number, isOnDemand: boolean): Promise<OpenLibrary> {
  // A folder by whatever path is one library.
  const place = /^[a-z][\w+.-]+:/i.test(target) || target.startsWith('~') ? target : resolve(target);
  const options = { target: place, replicas: cacheFolder('libraries'), number };
  const library = await openLibrary(isOnDemand ? { ...options, replicatedCharacters: 0 } : options, () => undefined);
  await library.refresh();
  return library;
}
