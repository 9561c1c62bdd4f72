import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openLiveIndex } from '../corpus/index/liveIndex';
import { EMPTY_MANIFEST, totals } from '../corpus/index/manifest';
import { makeOwnFolder } from '../corpus/storage/ownFolder';
import type { CorpusView } from '../engine/index/segment';
import type { Bilingual } from '../engine/text/bilingual';
import { isTooLarge, openLargeReader } from './blocks/largeLibrary';
import { libraryTotals } from './collections';
import type { LibraryOptions, LibraryStatus, OpenLibrary } from './openedLibrary';
import { UnsoundError } from './replica/fetchFile';
import { type ReplicaState, readReplicaState, stateOf } from './replica/replicaState';
import { articlesFolder, CLUSTERS_OF_LIBRARY } from './replicaManifest';
import { dropReplica, replicate } from './replicate';
import { createGate, systemClock, waitAfter } from './store/backOff';
import { openStore } from './store/openStore';
import { type Store, StoreError } from './store/store';

const EVERY_MS = 5 * 60_000;
/** After the first failure somebody waits for it to end; after many it is the night. */
const RETRY_MS = 5_000;
/** Likewise between attempts to read pieces. */
const PIECES_PACE = { firstMs: 1_000, mostMs: 60_000 };
const NO_SEGMENTS: CorpusView = [];
/** A status that is told five times a second is enough to see it move. */
const TELL_MS = 200;

/** The folder of the replica of a library. */
export function replicaFolder(replicas: string, target: string): string {
  return join(replicas, createHash('sha256').update(target).digest('hex').slice(0, 24));
}

/**
 * Opens what is here of a library, and resolves; then keeps it up to date. `listener` hears of every change. Rejects where the folder of
 * replicas cannot be used.
 */
export async function openLibrary(
  options: LibraryOptions,
  listener: (status: LibraryStatus) => void,
): Promise<OpenLibrary> {
  const { target, replicas, number, keys, network, everyMs = EVERY_MS, clock = systemClock } = options;
  const folder = replicaFolder(replicas, target);
  await makeOwnFolder(folder);
  const closing = new AbortController();
  let known = await readReplicaState(folder);
  let store: Store | undefined;
  let state: LibraryStatus['state'] = 'fetching';
  let message: Bilingual | undefined;
  let progress: { bytesDone: number; bytesFound: number } | undefined;
  /** A version of the manifest that names what is no index: it is not fetched again and again. */
  let refused: UnsoundError | undefined;
  let refreshing: Promise<void> | undefined;
  let told = 0;

  let failures = 0;

  const patience = { signal: closing.signal, clock };
  const openedStore = async () => (store ??= await openStore(target, keys, network, patience));
  const gate = createGate(PIECES_PACE, clock);
  const large = await openLargeReader({
    folder,
    clusterBase: number * CLUSTERS_OF_LIBRARY,
    replicatedCharacters: options.replicatedCharacters,
    residentCharacters: options.residentCharacters,
    cacheBytes: options.cacheBytes,
    weight: options.weight,
    store: openedStore,
    signal: closing.signal,
    gate,
    heard(outcome) {
      if (typeof outcome === 'number') {
        if (state === 'offline') become('ready');
      } else if (state === 'ready' || message === undefined) become('offline', toldOf(outcome));
    },
  });
  // They are told of when all below stands.
  const live = await openLiveIndex(
    folder,
    { ...options, clusterBase: number * CLUSTERS_OF_LIBRARY },
    {
      changed: () =>
        void readReplicaState(folder).then(read => {
          known = read;
          tell();
        }),
      damaged: () => void refresh(),
    },
  );

  const manifest = () => (large.library() ? EMPTY_MANIFEST : live.index().manifest);
  const isEmpty = () => !large.library() && live.index().manifest.segments.length === 0;
  const status = (): LibraryStatus => {
    const read = large.library();
    const { articles, characters } = read ? libraryTotals(read) : totals(manifest());
    const about: Partial<ReplicaState> = (read && stateOf(read, '')) ?? known ?? {};
    const { name = '', licence = '', published = 0 } = about;
    const told = { ...progress, ...(read && { isOnDemand: true }), ...(message && { message }) };
    return { target, state, name, licence, published, articles, characters, ...told };
  };
  const tell = () => {
    told = performance.now();
    if (!closing.signal.aborted) listener(status());
  };
  const become = (now: LibraryStatus['state'], why?: Bilingual) => {
    [state, message, progress] = [now, why, undefined];
    tell();
  };

  const look = async () => {
    try {
      const again = live.index().damaged;
      const done = await replicate(await openedStore(), {
        folder,
        signal: closing.signal,
        again,
        known: refused?.version ?? large.version(),
        isTooLarge: library => isTooLarge(library, folder, options.replicatedCharacters),
        progress(now) {
          if (state !== 'fetching') become('fetching');
          progress = now;
          if (performance.now() - told > TELL_MS) tell();
        },
      });
      if (done === 'same' && refused) throw refused;
      refused = undefined;
      if (typeof done === 'object') {
        await large.take(done);
        if (live.index().manifest.segments.length > 0) {
          await dropReplica(folder);
          await live.reopen(again);
        }
        return become('ready');
      }
      known = await readReplicaState(folder);
      if (done === 'new') {
        await large.leave();
        await live.reopen(again);
      }
      // Another window may still be fetching the first version.
      become(done === 'busy' && isEmpty() ? 'fetching' : 'ready');
    } catch (error) {
      if (closing.signal.aborted) return;
      refused = error instanceof UnsoundError ? error : undefined;
      become(isEmpty() ? 'failed' : 'offline', toldOf(error));
    }
  };
  const lookOnce = async () => {
    await look();
    if (state === 'ready') gate.succeeded();
    failures = state === 'ready' ? 0 : failures + 1;
  };
  const refresh = () => (refreshing ??= lookOnce().finally(() => (refreshing = undefined)));

  const keepUp = async () => {
    for (;;) {
      await refresh();
      const firstMs = failures > 0 ? RETRY_MS : everyMs;
      await clock.pause(waitAfter(Math.max(1, failures), { firstMs, mostMs: everyMs }, clock.random()), closing.signal);
    }
  };
  void keepUp().catch(() => undefined); // ended by closing
  return {
    view: () => (large.library() ? NO_SEGMENTS : live.index().view),
    demand: large.demand,
    manifest,
    storage: folder,
    root: articlesFolder(folder),
    weights: () =>
      Object.entries(known?.weights ?? {}).map(([name, weight]) => ({
        path: join(articlesFolder(folder), name),
        weight,
      })),
    status,
    refresh,
    async dispose() {
      closing.abort();
      await refreshing;
      await large.settled(); // who removes the library finds nothing that comes back
      await live.close();
    },
  };
}

function toldOf(error: unknown): Bilingual {
  if (error instanceof StoreError) return error.told;
  const reason = error instanceof Error ? error.message : String(error);
  return { zh: `资料库读取失败：${reason}`, en: `The library could not be read: ${reason}` };
}
