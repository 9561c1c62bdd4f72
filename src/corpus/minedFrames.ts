import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CorpusView, Segment } from '../engine/index/segment';
import { createFrameMerge } from '../engine/mining/mergeFrames';
import type { MinedView } from '../engine/mining/mineView';
import { offeredFrames } from '../engine/mining/offeredFrames';
import { blocksOf, framesName, listFrames, readFrames } from './framesFile';

/** The frames that lie beside an index, as far as they are mined. */
export interface StoredFrames extends MinedView {
  /** Names of the files that were damaged: they are deleted, and can be mined again. */
  readonly damaged: readonly string[];
}

/**
 * Reads the frames of all living articles, of near-duplicates once, best first. Gives way between the files, which are read
 * one at a time. Throws what the file system throws.
 */
export async function readMinedFrames(storage: string, view: CorpusView): Promise<StoredFrames> {
  const merge = createFrameMerge();
  const places: { readonly segment: Segment; readonly article: number }[] = [];
  const damaged: string[] = [];
  for (const segment of view) {
    for (const block of blocksOf([{ id: segment.id, characters: segment.length }])) {
      const read = await readFrames(storage, block);
      await nextTurn();
      if (read === 'damaged') damaged.push(framesName(block));
      if (typeof read === 'string') continue;
      for (const { article, frames } of read) {
        if (article >= segment.articleCount || segment.isDead(article)) continue;
        places.push({ segment, article });
        merge.add({ article: places.length - 1, cluster: segment.meta(article).cluster, frames });
      }
    }
  }
  for (const name of damaged) await rm(join(storage, name), { force: true }).catch(() => undefined);
  await nextTurn();
  return {
    frames: offeredFrames(merge.frames()),
    metaOf(number) {
      const { segment, article } = places[number]!;
      return segment.meta(article);
    },
    damaged,
  };
}

/** Changes whenever the frames of a view do: with the segments, with what is alive of them, and while they are being mined. */
export async function framesVersion(storage: string, view: CorpusView): Promise<string> {
  const present = await listFrames(storage);
  const blocks = view.flatMap(({ id, length }) => blocksOf([{ id, characters: length }])).map(framesName);
  return blocks.filter(name => present.has(name)).join(' ');
}
