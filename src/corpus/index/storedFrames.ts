import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArticleMeta, CorpusView, Segment } from '../../engine/index/segment';
import { type CorpusFrame, createFrameMerge } from '../../engine/mining/mergeFrames';
import type { MinedView } from '../../engine/mining/mineView';
import { offeredFrames } from '../../engine/mining/offeredFrames';
import { takeLock } from '../storage/indexLock';
import { blocksOf, type FramesBlock, framesName, listFrames, readFrames } from './framesFile';

/** A part of what is asked, and the folder that its frames lie in. */
export interface FramesPlace {
  readonly storage: string;
  readonly view: CorpusView;
}

/** Frames that somebody else has mined and merged: those of a library that is read on demand. */
export interface MergedFrames {
  /** Tells them from those of another moment. */
  readonly version: string;
  /** Instances by the numbers of their articles in `metaOf`. */
  readonly frames: readonly CorpusFrame[];
  metaOf(article: number): ArticleMeta;
}

/** The frames that lie beside an index, as far as they are mined. */
export interface StoredFrames extends MinedView {
  /** The article that the number in an instance stands for; undefined: it is one of those merged elsewhere. */
  placeOf(article: number): { readonly segment: Segment; readonly article: number } | undefined;
  /** Those that could not be read: `discardDamagedFrames` makes them be mined again. */
  readonly damaged: readonly FramesBlock[];
  /** Blocks that are not mined yet. */
  readonly missing: number;
}

/**
 * Reads the frames of all living articles, of near-duplicates once, best first. Gives way between the files, which are read
 * one at a time. Throws what the file system throws.
 */
export async function readStoredFrames(
  stored: readonly FramesPlace[],
  elsewhere: readonly MergedFrames[] = [],
): Promise<StoredFrames> {
  const merge = createFrameMerge();
  const places: { readonly segment: Segment; readonly article: number }[] = [];
  const damaged: FramesBlock[] = [];
  let missing = 0;
  for (const { segment, storage } of stored.flatMap(({ view, storage }) =>
    view.map(segment => ({ segment, storage })),
  )) {
    for (const block of blocksOf([{ id: segment.id, characters: segment.length }])) {
      const read = await readFrames(storage, block);
      await nextTurn();
      if (read === 'damaged') damaged.push(block);
      if (read === 'missing') missing++;
      if (typeof read === 'string') continue;
      for (const { article, frames } of read) {
        if (article >= segment.articleCount || segment.isDead(article)) continue;
        places.push({ segment, article });
        merge.add({
          article: places.length - 1,
          cluster: segment.meta(article).cluster,
          weight: segment.weight(article),
          frames,
        });
      }
    }
  }
  /** Where the numbers of those merged elsewhere begin. */
  const bases: number[] = [];
  let base = places.length;
  for (const { frames } of elsewhere) {
    await nextTurn();
    bases.push(base);
    merge.addMerged(frames.map(frame => ({ ...frame, instances: renumbered(frame.instances, base) })));
    base += 1 + Math.max(-1, ...frames.map(({ instances }) => Math.max(...instances.map(({ article }) => article))));
  }
  await nextTurn();
  return {
    frames: offeredFrames(merge.frames()),
    placeOf: number => places[number],
    metaOf(number) {
      const place = places[number];
      if (place) return place.segment.meta(place.article);
      const from = bases.findLastIndex(first => first <= number);
      return elsewhere[from]!.metaOf(number - bases[from]!);
    },
    damaged,
    missing,
  };
}

const renumbered = (instances: CorpusFrame['instances'], base: number): CorpusFrame['instances'] =>
  instances.map(instance => ({ ...instance, article: base + instance.article }));

/**
 * Deletes damaged files with frames, so that the next build mines them again. Only who holds the lock may delete: resolves to
 * false where another process writes to the storage folder, and to true when it is done.
 */
export async function discardDamagedFrames(storage: string, blocks: readonly FramesBlock[]): Promise<boolean> {
  const lock = await takeLock(storage);
  if (!lock) return false;
  try {
    for (const block of blocks) {
      // Another may have mined it again meanwhile.
      if ((await readFrames(storage, block)) !== 'damaged') continue;
      await rm(join(storage, framesName(block)), { force: true }).catch(() => undefined);
    }
  } finally {
    await lock.release();
  }
  return true;
}

/** Changes whenever the frames of a view do: with the segments, with what is alive of them, and while they are being mined. */
export async function storedFramesVersion(
  stored: readonly FramesPlace[],
  elsewhere: readonly Pick<MergedFrames, 'version'>[] = [],
): Promise<string> {
  const versions = stored.map(async ({ storage, view }) => {
    const present = await listFrames(storage);
    const blocks = view.flatMap(({ id, length }) => blocksOf([{ id, characters: length }])).map(framesName);
    return blocks.filter(name => present.has(name));
  });
  return [...(await Promise.all(versions)).flat(), ...elsewhere.map(({ version }) => version)].join(' ');
}
