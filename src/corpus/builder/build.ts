import { join } from 'node:path';
import { ClusterTable } from '../../engine/index/articles/clusterTable';
import type { SegmentColumns } from '../../engine/index/columns/segmentParts';
import { listFrames } from '../index/framesFile';
import type { FileRecord, FileState } from '../index/manifest';
import { devicesToKeep } from '../listing/absentFolders';
import { type IndexLock, takeLock } from '../storage/indexLock';
import { makeOwnFolder } from '../storage/ownFolder';
import { createSeal } from '../storage/seal';
import { loadMarker } from '../words/segmenter';
import { type ArticleNotes, keptOf } from '../writer/articleNotes';
import { readNotes } from '../writer/notesFile';
import { openConverter } from './importing/converter';
import { Importer } from './importing/importer';
import { readChanged } from './importing/readChanged';
import { settleSkipped } from './importing/skipped';
import { workOf } from './importing/workOf';
import type { BuildRequest, BuildResult, FromBuilder, Progress } from './messages';
import { type Miner, openMiner } from './mining/miner';
import { progressOf } from './progressOf';
import { Ledger } from './publishing/ledger';
import { publisher } from './publishing/publisher';
import { startingPoint } from './publishing/startingPoint';
import { CancelledError } from './publishing/storageErrors';
import { takeUp } from './publishing/takeUp';
import { openSorter, type Sorter } from './sorting/sorter';
import { openUnsorted } from './sorting/unsorted';
import { clearFurniture } from './upkeep/clearFurniture';
import { compact } from './upkeep/compact';
import { recallClusters } from './upkeep/recallClusters';
import { sweep } from './upkeep/sweep';

/** Who hears of a build. */
export interface BuildListener {
  readonly send: (message: FromBuilder) => void;
  /** Told whenever it changes; how often to pass it on is the listener's business. */
  readonly progress: (progress: Progress) => void;
}

/**
 * Brings the index in a storage folder up to date with the files of a corpus. What is finished is published on the way,
 * so that it may be cancelled or killed at any time. Throws where the storage folder fails.
 */
export async function build(request: BuildRequest, listener: BuildListener, signal: AbortSignal): Promise<BuildResult> {
  await makeOwnFolder(request.storage);
  const lock = await takeLock(request.storage);
  if (!lock) return { type: 'busy' };
  const sorter = openSorter(request.storage, signal);
  try {
    await update(request, lock, sorter, listener, signal);
  } catch (error) {
    // What is read and not published is on the disk.
    if (!(error instanceof CancelledError)) throw error;
  } finally {
    await sorter.close();
    await lock.release();
  }
  return { type: 'done', cancelled: signal.aborted };
}

async function update(
  request: BuildRequest,
  lock: IndexLock,
  sorter: Sorter,
  listener: BuildListener,
  signal: AbortSignal,
): Promise<void> {
  const { storage, fromScratch, deadly } = request;
  const maxFileBytes = request.maxFileBytes ?? null;
  const mines = request.mine !== false;
  const { manifest: start, isNew } = await startingPoint(request);
  const unsorted = openUnsorted(storage);
  const whole = fromScratch ? start : await takeUp(storage, start, sorter);
  await sweep(storage, whole);
  const { old, listing, changes } = await workOf(request, whole, isNew);

  const ledger = new Ledger(old, maxFileBytes, devicesToKeep(old, listing));
  ledger.changed = isNew || old !== start;
  const clusters = new ClusterTable(old.nextCluster);
  const miner = openMiner(storage, await listFrames(storage));
  const publish = publisher(
    storage,
    ledger,
    () => clusters.nextCluster,
    lock,
    () => listener.send({ type: 'published' }),
  );
  const convert = request.converter
    ? openConverter({ setting: request.converter, profile: join(storage, 'converter'), signal })
    : null;
  /** Segments that are sorted only when their furniture is out: nothing may be published before. */
  const held = new Map<string, SegmentColumns>();
  const publishChanges = async () => (ledger.changed ? publish() : undefined);
  try {
    settleSkipped(ledger, listing, deadly);
    // A deleted file goes at once, unless it may turn out to have moved.
    const sizes = new Set(changes.toRead.map(({ size }) => size));
    for (const { path, size } of changes.gone) if (!sizes.has(size)) ledger.remove(path);
    await publishChanges();
    await unsorted.forgetAll();

    const notes = await notesOf(request);
    const keptOfFile = (file: Pick<FileRecord, 'path' | 'hash'>) => keptOf(notes, file);
    const read = async (toRead: readonly FileState[], isAsked: (file: FileState) => boolean) => {
      const progress = progressOf(listing.files, toRead, listener.progress);
      const importer = new Importer({
        ledger,
        sorter,
        unsorted,
        publish,
        mark: (...asked) => loadMarker()(...asked), // read when it is needed: for large drafts in another thread
        clusterOf: (...asked) => clusters.clusterOf(...asked),
        maxFileBytes: request.maxFileBytes,
        convert,
        keptOf: keptOfFile,
        held,
        isLateIn: () => progress.share() > 0.5,
        signal,
        onArticle: progress.onArticle,
      });
      const onFile = (file: FileState) => {
        listener.send({ type: 'reading', path: file.path });
        progress.onFile(file);
      };
      await readChanged({
        changes: { ...changes, toRead },
        ledger,
        importer,
        isAsked,
        signal,
        onFile,
        converter: request.converter,
      });
      progress.finish();
      listener.send({ type: 'reading', path: null });
    };
    if (changes.toRead.length > 0) {
      await recallClusters(clusters, storage, old);
      const again = new Set(request.again);
      await read(changes.toRead, ({ path }) => fromScratch || again.has(path));
      if (signal.aborted && !unsorted.isEmpty) return; // the ledger knows of what is held, and is not to be published
    }
    listener.send({ type: 'reading', path: null });
    for (const { path } of changes.gone) if (ledger.file(path)) ledger.remove(path);
    ledger.keepSkipped(() => true);
    const isChanged = changes.toRead.length + changes.gone.length > 0;
    const onSettled: Miner['begin'] = (...settled) => {
      if (mines && !signal.aborted) miner.begin(...settled);
    };
    const clear = () =>
      clearFurniture({ storage, ledger, sorter, publish, signal, keptOf: keptOfFile, held, onSettled });
    /** Puts what was read in place, and takes furniture out; returns the files that are to be read again. */
    const settle = async (): Promise<readonly string[]> => {
      if (held.size > 0) {
        const stale = await clear();
        await publishChanges();
        await unsorted.forgetAll();
        await compact(storage, ledger, sorter, publish, signal);
        return stale;
      }
      await publishChanges();
      await compact(storage, ledger, sorter, publish, signal);
      // Who cancels waits for no more than what was read to be written: the rest is done with what is read next.
      return isChanged && !signal.aborted ? clear() : [];
    };
    const stale = new Set(await settle());
    if (stale.size > 0 && !signal.aborted) {
      // What was taken for furniture turned out to be none: only their files have it.
      if (changes.toRead.length === 0) await recallClusters(clusters, storage, old);
      await read(
        listing.files.filter(({ path }) => stale.has(path)),
        () => true,
      );
      await settle();
    }
    const { segments } = ledger.manifest(clusters.nextCluster);
    if (!signal.aborted) {
      listener.send({ type: 'indexed' }); // else there is more to read
      await sorter.close(); // nothing is sorted any more, and its memory is a third of the builder's
      if (mines) await miner.mine(segments, signal);
    }
    await miner.close();
    await sweep(storage, { segments }); // what was mined of segments that were merged meanwhile, too
  } finally {
    await miner.close();
  }
}

const NO_KEYS = { keys: [], isOn: false };

/** What cannot be read is as good as none: whoever wrote to it has been told. */
async function notesOf({ notes, seal = NO_KEYS }: BuildRequest): Promise<ArticleNotes> {
  return notes === undefined ? { notes: [] } : readNotes(notes, createSeal(seal)).catch(() => ({ notes: [] }));
}
