import { resolve } from 'node:path';
import type { OpenIndex } from '../../corpus/index/indexStore';
import type { FramesPlace } from '../../corpus/index/storedFrames';
import type { BlockSegment } from '../../engine/index/blocks/blockSegment';
import type { CorpusView } from '../../engine/index/segment';
import type { Origin } from '../../engine/passages/countByOrigin';
import { throughLens } from '../../engine/passages/lens/lens';
import type { LibraryPlace } from '../../engine/tools/tools';
import { type Borrowed, borrowShared } from '../../library/blocks/borrowShared';
import type { FramesOfLayout } from '../../library/blocks/layoutFrames';
import { libraryName } from '../../library/libraryName';
import { libraryPlaces } from '../../library/libraryPlaces';
import type { OpenLibrary } from '../../library/openedLibrary';
import { openLibrary } from '../../library/openLibrary';
import { paths } from '../../paths/pathIdentity';
import { cliLanguage } from '../output/language';
import { cacheFolder } from './cacheFolder';
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

/** What questions are asked of, once it is open. */
export interface Asked {
  /** All that is here whole. */
  readonly view: CorpusView;
  /** With what is read on demand behind it: what is missing there has to be brought first. */
  readonly everything: CorpusView;
  /** What is read on demand, layout by layout. */
  readonly partial: readonly BlockSegment[];
  /** Brings who spoke in each of their articles. Resolves with whether that is known of all. */
  bringSpeakers(): Promise<boolean>;
  /** Brings what a question needs of that. */
  bring(needsOf: (segment: BlockSegment) => Set<number>): Promise<void>;
  /** Brings what was asked for in vain since. */
  bringNoted(): Promise<void>;
  /** Brings the articles that a draft shares something with. */
  borrow(lines: readonly string[]): Promise<Borrowed>;
  /** Names of the libraries that are read on demand. */
  readonly onDemand: readonly string[];
  /** Where the frames of what is here whole lie, and those of the rest, layout by layout: not every publisher has mined what they publish. */
  readonly framesPlaces: readonly FramesPlace[];
  readonly framesOnDemand: readonly FramesOfLayout[];
  /** Whose segments there are, in the order of `everything`. */
  readonly origins: readonly Origin[];
  /** Which library the article of a path is of; undefined: it is a file. */
  readonly inLibrary: (path: string) => LibraryPlace | undefined;
  /** 1 where a part is damaged or could not be had, and stderr says which. */
  soundness(): Promise<0 | 1>;
  close(): Promise<void>;
}

/** Libraries as the command line has them: open until they are closed, and kept up to date meanwhile. */
export interface AskedLibraries {
  readonly opened: readonly OpenLibrary[];
  /** False where one could not be brought up to date, and stderr says why. */
  readonly areWhole: boolean;
  close(): Promise<void>;
}

/**
 * Opens all that is asked, the writer's own index first. A library is brought up to date before; what is here of it answers where its
 * store cannot be reached. Rejects where the index cannot be opened, or there is nothing of a library.
 */
export async function openAsked({ storage, notes, libraries = [], isOnDemand }: AskedOptions): Promise<Asked> {
  const opened = await openLibraries(libraries, isOnDemand);
  try {
    const index = storage === undefined ? undefined : await openNotedIndex(storage, notes);
    const asked = askedBeside(opened, { storage, index });
    return {
      ...asked,
      async close() {
        await Promise.all([asked.close(), opened.close()]);
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** An index and libraries that are open already: closing closes the index alone. */
export function askedBeside(
  { opened, areWhole }: AskedLibraries,
  { storage, index }: { readonly storage: string | undefined; readonly index: OpenIndex | undefined },
): Asked {
  const names = opened.map(library => libraryName(library.status()));
  const views = opened.map(library => weighed(library.view(), library.weights()));
  const demands = opened.map(library => library.demand());
  const view = [...(index?.view ?? []), ...views.flat()];
  const partial = demands.flatMap(demand => demand?.segments ?? []);
  return {
    view,
    everything: [...view, ...partial],
    partial,
    bringSpeakers: async () =>
      (await Promise.all(demands.map(demand => demand?.bringSpeakers() ?? true))).every(Boolean),
    bring: async needsOf => void (await Promise.all(demands.map(demand => demand?.bring(needsOf)))),
    bringNoted: async () => void (await Promise.all(demands.map(demand => demand?.bringNoted()))),
    borrow: lines =>
      borrowShared(
        demands.filter(demand => demand !== undefined),
        lines,
        { patienceMs: BORROW_MS },
      ),
    onDemand: names.filter((_, i) => demands[i]),
    framesPlaces: [
      ...(index && storage !== undefined ? [{ storage, view: index.view }] : []),
      ...opened.map((library, i) => ({ storage: library.storage, view: views[i]! })),
    ],
    framesOnDemand: demands.flatMap(demand => demand?.frames ?? []),
    origins: [
      { library: null, segments: index?.view.length ?? 0 },
      ...views.map((view, i) => ({ library: names[i]!, segments: view.length })),
      ...demands.map((demand, i) => ({ library: names[i]!, segments: demand?.segments.length ?? 0 })),
    ],
    inLibrary: libraryPlaces(opened.map(({ root }, i) => ({ name: names[i]!, root }))),
    async soundness() {
      const own = index && storage !== undefined ? await soundness(storage, index) : 0;
      return areWhole ? own : 1;
    },
    close: async () => index?.close(),
  };
}

/** Whoever waits for a command sees that it is busy. */
const BORROW_MS = 120_000;

/** The view of a library, in which its publisher has given folders a weight. */
function weighed(view: CorpusView, weights: ReturnType<OpenLibrary['weights']>): CorpusView {
  if (weights.length === 0) return view;
  const rules = weights.map(({ path, weight }) => ({ path, weight, enabled: true }));
  return throughLens(view, { filter: {}, rules, isWithin: paths.isWithin, notesOf: () => undefined }).asked;
}

/** Opens libraries by their targets, each with what is here of it or can be read. Rejects where of one there is nothing. */
export async function openLibraries(targets: readonly string[], isOnDemand = false): Promise<AskedLibraries> {
  const opened: OpenLibrary[] = [];
  const close = async () => {
    await Promise.all(opened.map(library => library.dispose()));
  };
  try {
    let areWhole = true;
    for (const [number, target] of targets.entries()) {
      const library = await openFetched(target, number + 1, isOnDemand);
      opened.push(library);
      const { state, message } = library.status();
      if (state === 'ready') continue;
      if (state === 'failed') throw new Error(message?.[cliLanguage()] ?? target);
      areWhole = false;
      console.error(message?.[cliLanguage()] ?? target);
    }
    return { opened, areWhole, close };
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
