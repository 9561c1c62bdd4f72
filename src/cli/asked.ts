import { resolve } from 'node:path';
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
}

export interface Asked {
  readonly view: CorpusView;
  /** 1 where a part is damaged or could not be had, and stderr says which. */
  soundness(): Promise<0 | 1>;
  close(): Promise<void>;
}

/**
 * Opens all that is asked, the writer's own index first. A library is brought up to date before; what is here of it answers where its
 * store cannot be reached. Rejects where the index cannot be opened, or there is nothing of a library.
 */
export async function openAsked({ storage, notes, libraries = [] }: AskedOptions): Promise<Asked> {
  const index = storage === undefined ? undefined : await openNotedIndex(storage, notes);
  const opened: OpenLibrary[] = [];
  const close = async () => {
    await Promise.all([index?.close(), ...opened.map(library => library.dispose())]);
  };
  try {
    let isWhole = true;
    for (const [number, target] of libraries.entries()) {
      const library = await openFetched(target, number + 1);
      opened.push(library);
      const { state, message } = library.status();
      if (state !== 'ready') {
        isWhole = false;
        if (state === 'failed') throw new Error(message?.[cliLanguage()] ?? target);
        console.error(message?.[cliLanguage()] ?? target);
      }
    }
    const views = opened.map(library => library.view());
    return {
      view: index ? [index.view, ...views].flat() : views.flat(),
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

async function openFetched(target: string, number: number): Promise<OpenLibrary> {
  // A folder by whatever path is one library.
  const place = /^[a-z][\w+.-]+:/i.test(target) || target.startsWith('~') ? target : resolve(target);
  const library = await openLibrary({ target: place, replicas: cacheFolder('libraries'), number }, () => undefined);
  await library.refresh();
  return library;
}
