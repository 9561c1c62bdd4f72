import type { BlockSegment } from '../../../engine/index/blocks/blockSegment';
import type { CorpusView } from '../../../engine/index/segment';
import type { FolderRule } from '../../../engine/passages/lens/lens';
import { type Borrowed, type Borrowing, borrowShared } from '../../../library/blocks/borrowShared';
import type { FramesOfLayout } from '../../../library/blocks/layoutFrames';
import { libraryName } from '../../../library/libraryName';
import type { LibraryStatus, OpenLibrary } from '../../../library/openedLibrary';
import { describeFailure, type Report } from '../../door/answer';
import type { Host } from '../../host';
import type { LibraryState } from '../../protocol/libraries';
import type { ServerOptions } from '../../protocol/options';
import type { Settings } from '../../settings';

/** A library that answers beside the writer's own corpus. */
export interface ServedLibrary {
  readonly target: string;
  /** What the writer calls it, else what its publisher does. */
  readonly name: string;
  /** Absolute path below which its files seem to be. */
  readonly root: string;
  readonly library: OpenLibrary;
}

/** The libraries of the writer; none, and no network, where they have none. */
export interface LibrarySession {
  served(): readonly ServedLibrary[];
  /** All their segments, library by library; the same as long as nothing has changed. */
  view(): CorpusView;
  /** Those that are read on demand, library by library; likewise the same. They answer from what is here. */
  partial(): readonly BlockSegment[];
  /** Their mined frames, layout by layout. */
  frames(): readonly FramesOfLayout[];
  /** Do they lack anything that a question needs? */
  lacks(needsOf: Needs): boolean;
  /** Brings that, and then what they were asked for in vain. Never rejects. */
  bring(needsOf: Needs): Promise<void>;
  /** Likewise, a few at a time: nobody waits for it. */
  bringSlowly(needsOf: Needs): Promise<void>;
  /** Brings who spoke in each of their articles. Resolves with whether that is known of all. Never rejects. */
  bringSpeakers(): Promise<boolean>;
  /** Brings the articles of them that a draft shares something with. Never rejects. */
  borrow(lines: readonly string[], borrowing?: Borrowing): Promise<Borrowed>;
  /** Names of the libraries that are read on demand. */
  onDemand(): readonly string[];
  states(): LibraryState[];
  /** How much each counts, and folders in it; the same as long as nothing has changed. */
  rules(): readonly FolderRule[];
  /** Never rejects: a library that cannot be opened tells why. */
  open(options: ServerOptions): Promise<void>;
  /** Looks at the store of one now, or of all. */
  refresh(target?: string): void;
  close(): Promise<void>;
}

/** The pieces that a question needs and that are not here. */
export type Needs = (segment: BlockSegment) => Set<number>;

/** Who hears of libraries. */
export interface LibraryListeners {
  readonly tell: (states: LibraryState[]) => void;
  /** Other articles are there. */
  readonly changed: () => void;
  readonly report: Report;
}

/** Memory for the index of each: what does not fit stays on disk. */
const MEMORY_BYTES = 60_000_000;

/** The session of one server; nothing is opened yet. */
export function createLibrarySession(
  { tell, changed, report }: LibraryListeners,
  settings: () => Settings,
  host: Pick<Host, 'openLibrary' | 'keepReplicas'>,
): LibrarySession {
  type Wanted = NonNullable<ServerOptions['libraries']>[number];
  const opened = new Map<Wanted, OpenLibrary>();
  const failed = new Map<Wanted, string>();
  let joined: CorpusView = [];
  let partial: readonly BlockSegment[] = [];
  let ruled: readonly FolderRule[] = [];

  const name = ({ target, name }: Wanted, status?: LibraryStatus) =>
    libraryName({ target, name: status?.name ?? '' }, name);
  const state = (wanted: Wanted): LibraryState => {
    const { target } = wanted;
    const library = opened.get(wanted);
    if (!library) {
      const message = failed.get(wanted);
      const none = { root: '', licence: '', published: 0, articles: 0, characters: 0 };
      return {
        ...none,
        target,
        name: name(wanted),
        state: message ? 'failed' : 'fetching',
        ...(message && { message }),
      };
    }
    const { message, ...status } = library.status();
    const told = message?.[settings().texts.language];
    return { ...status, name: name(wanted, status), root: library.root, ...(told && { message: told }) };
  };
  const wanted = () => settings().options.libraries ?? [];
  const states = () => wanted().map(state);
  const view = () => {
    const segments = [...opened.values()].flatMap(library => library.view());
    if (segments.length !== joined.length || segments.some((segment, i) => segment !== joined[i])) joined = segments;
    return joined;
  };

  const demands = () => [...opened.values()].flatMap(library => library.demand() ?? []);
  return {
    partial() {
      const now = demands().flatMap(({ segments }) => segments);
      if (now.length !== partial.length || now.some((segment, i) => segment !== partial[i])) partial = now;
      return partial;
    },
    frames: () => demands().flatMap(({ frames }) => frames),
    lacks: needsOf => demands().some(({ segments }) => segments.some(segment => needsOf(segment).size > 0)),
    async bring(needsOf) {
      await Promise.all(
        demands().map(async demand => {
          await demand.bring(needsOf);
          await demand.bringNoted();
        }),
      );
    },
    bringSlowly: async needsOf => void (await Promise.all(demands().map(demand => demand.bringSlowly(needsOf)))),
    bringSpeakers: async () => (await Promise.all(demands().map(demand => demand.bringSpeakers()))).every(Boolean),
    borrow: (lines, borrowing) => borrowShared(demands(), lines, borrowing),
    served: () =>
      [...opened].map(([one, library]) => {
        return { target: one.target, name: name(one, library.status()), root: library.root, library };
      }),
    onDemand: () =>
      [...opened].filter(([, library]) => library.demand()).map(([one, library]) => name(one, library.status())),
    view,
    states,
    rules() {
      const now = [...opened].flatMap(([{ weight = 1 }, library]) =>
        // The innermost folder decides: what its publisher says of it counts within what the writer says of all.
        [{ path: library.root, weight: 1 }, ...library.weights()]
          .map(folder => ({ path: folder.path, weight: weight * folder.weight }))
          .filter((folder, i) => i > 0 || folder.weight !== 1)
          .map(folder => ({ ...folder, enabled: true, fromYear: undefined, toYear: undefined })),
      );
      if (JSON.stringify(now) !== JSON.stringify(ruled)) ruled = now;
      return ruled;
    },
    async open({ replicas, network }) {
      if (replicas === undefined) return;
      const all = wanted();
      // What is no longer read leaves the machine.
      await host
        .keepReplicas(
          replicas,
          all.map(({ target }) => target),
        )
        .catch(error => report(describeFailure(error)));
      await Promise.all(
        all.map(async (one, i) => {
          const { target, keys, weight } = one;
          const { replicatedCharacters, libraryCacheBytes: cacheBytes } = settings().options;
          const number = i + 1;
          const options = { target, keys, network, replicas, number, weight, replicatedCharacters, cacheBytes };
          let before: CorpusView = [];
          let demand: ReturnType<OpenLibrary['demand']>;
          try {
            const library = await host.openLibrary({ ...options, memoryBytes: MEMORY_BYTES }, () => {
              const now = opened.get(one);
              const isOther = now !== undefined && (now.view() !== before || now.demand() !== demand);
              if (isOther) [before, demand] = [now.view(), now.demand()];
              if (isOther) changed();
              tell(states());
            });
            opened.set(one, library);
          } catch (error) {
            failed.set(one, error instanceof Error ? error.message : String(error));
          }
        }),
      );
      if (all.length > 0) changed();
      // Also that there are none any more.
      tell(states());
    },
    refresh(target) {
      for (const [one, library] of opened) if (target === undefined || one.target === target) void library.refresh();
    },
    async close() {
      const closing = [...opened.values()];
      opened.clear();
      failed.clear();
      await Promise.all(closing.map(library => library.dispose()));
    },
  };
}
