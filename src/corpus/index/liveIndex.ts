import { setTimeout as pause } from 'node:timers/promises';
import { DamagedSegmentError } from '../../engine/index/columns/segmentCodec';
import { type OpenIndex, type OpenOptions, openIndex } from './indexStore';
import type { SegmentSource } from './segmentFile';
import { watchManifest } from './watchManifest';

/** Requests under way may still read what was just replaced. */
const GRACE_MS = 10_000;
/** Verification begins when the first requests are answered. */
const VERIFY_AFTER_MS = 1_000;

/** An open index that follows its manifest: every new one is swapped in whole. */
export interface LiveIndex {
  index(): OpenIndex;
  /** Looks at the manifest now, rather than when told of its change. `mended`: segments whose files are others than those that were damaged. */
  reopen(mended?: Iterable<string>): Promise<void>;
  close(): Promise<void>;
}

/** What is heard of an index that is kept open. */
export interface LiveIndexEvents {
  /** There is another index. */
  readonly changed: () => void;
  /** A segment turned out damaged, and is left out already; or somebody has removed the index or put another thing in its place. */
  readonly damaged: () => void;
}

/**
 * Opens the index of a storage folder, and follows its manifest from then on. No manifest, or one that cannot be read: an empty index.
 */
export async function openLiveIndex(
  storage: string,
  options: OpenOptions,
  events: LiveIndexEvents,
): Promise<LiveIndex> {
  const closing = new AbortController();
  const replaced = new Map<OpenIndex, NodeJS.Timeout>();
  const lost = new Set<string>();
  const verified = new WeakSet<SegmentSource>();
  let current = await openIndex(storage, options);
  let reopening: Promise<void> = Promise.resolve();
  let isVerifying = false;

  const reopenNow = async () => {
    if (closing.signal.aborted) return;
    await watch.remember();
    const previous = current;
    current = await openIndex(storage, { ...options, lost }, previous);
    const grace = setTimeout(() => {
      replaced.delete(previous);
      void previous.close(current);
    }, GRACE_MS);
    replaced.set(previous, grace.unref());
    events.changed();
    void verifySoon();
  };
  const reopen = (mended: Iterable<string> = []) => {
    for (const id of mended) lost.delete(id);
    reopening = reopening.then(reopenNow, reopenNow);
    return reopening;
  };

  const nextToVerify = () =>
    [...current.parts.values()]
      .map(({ source }) => source)
      .find(source => !verified.has(source) && !lost.has(source.id));
  const verifyAll = async () => {
    let found = false;
    for (let source = nextToVerify(); source; source = nextToVerify()) {
      try {
        await source.verify(closing.signal);
        verified.add(source);
      } catch (error) {
        if (!(error instanceof DamagedSegmentError)) throw error;
        lost.add(source.id);
        found = true;
      }
    }
    if (!found) return;
    await reopen(); // without them
    events.damaged();
  };
  const verifySoon = async () => {
    if (isVerifying) return;
    isVerifying = true;
    try {
      await pause(VERIFY_AFTER_MS, undefined, { signal: closing.signal, ref: false });
      await verifyAll();
    } catch {
      // Closed meanwhile, or the disk cannot be read just now: the next reopening tries again.
    } finally {
      isVerifying = false;
    }
  };

  const watch = watchManifest(storage, () => {
    // That it cannot be read just now the next look finds out.
    reopen().then(
      () => current.problem !== null && events.damaged(),
      () => undefined,
    );
  });
  void verifySoon();
  return {
    index: () => current,
    reopen,
    async close() {
      closing.abort();
      watch.close();
      await reopening.catch(() => undefined);
      for (const grace of replaced.values()) clearTimeout(grace);
      await Promise.all([...replaced.keys(), current].map(index => index.close()));
    },
  };
}
