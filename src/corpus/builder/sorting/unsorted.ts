import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeSegment } from '../../../engine/index/columns/segmentCodec';
import type { SegmentColumns } from '../../../engine/index/columns/segmentParts';
import { INDEX_VERSION } from '../../index/manifestFile';
import { segmentPath } from '../../index/segmentBytes';
import { readColumns } from '../../index/segmentColumns';
import { crc32 } from '../../storage/checksum';
import { OWN_FILE } from '../../storage/world';
import type { FilePart } from '../publishing/ledger';

/** Some articles as they were read, with what of which file they are; words are not cut, suffixes not sorted. `null`: no article. */
export interface UnsortedBatch {
  readonly columns: SegmentColumns | null;
  readonly parts: readonly FilePart[];
}

/**
 * What is read and not published yet, on the disk: whoever cancels, or kills the builder, loses nothing of it, and nothing has to be sorted
 * before the builder may stop.
 */
export interface Unsorted {
  readonly isEmpty: boolean;
  /** Puts a batch behind the others; returns its number. */
  keep(batch: UnsortedBatch): Promise<number>;
  /** It is published. */
  forget(number: number): Promise<void>;
  forgetAll(): Promise<void>;
}

const NAME = /^unsorted-(\d+)\.parts$/;
const NONE = { suffixes: new Int32Array(), phrases: new Int32Array() };
const idOf = (number: number) => `unsorted-${number}`;
const partsPath = (storage: string, number: number) => join(storage, `${idOf(number)}.parts`);
const head = (json: string) => `fanben-unsorted ${INDEX_VERSION} ${crc32(Buffer.from(json))}`;

/** Not brought to the disk at once: after a power cut the checksums tell, and the files are read again. */
export function openUnsorted(storage: string): Unsorted {
  const kept = new Set<number>();
  let next = 0;
  const forget = async (number: number) => {
    kept.delete(number);
    // The parts first: without them the rest means nothing.
    for (const path of [partsPath(storage, number), segmentPath(storage, idOf(number))])
      await rm(path, { force: true });
  };
  return {
    get isEmpty() {
      return kept.size === 0;
    },
    async keep({ columns, parts }) {
      const number = next++;
      const options = { mode: OWN_FILE };
      if (columns)
        await writeFile(segmentPath(storage, idOf(number)), encodeSegment({ ...columns, ...NONE }, crc32), options);
      const json = JSON.stringify({ hasArticles: columns !== null, parts });
      await writeFile(partsPath(storage, number), `${head(json)}\n${json}`, options);
      kept.add(number);
      return number;
    },
    forget,
    async forgetAll() {
      for (const number of await numbersIn(storage)) await forget(number);
    },
  };
}

/** The pieces in a storage folder in the order they were kept; what is damaged ends them, for what comes behind it may build upon it. */
export async function* keptBatches(storage: string): AsyncGenerator<UnsortedBatch> {
  for (const number of await numbersIn(storage)) {
    const batch = await readBatch(storage, number).catch(() => null);
    if (!batch) return;
    yield batch;
  }
}

async function readBatch(storage: string, number: number): Promise<UnsortedBatch | null> {
  const text = await readFile(partsPath(storage, number), 'utf8');
  const json = text.slice(text.indexOf('\n') + 1);
  if (text !== `${head(json)}\n${json}`) return null;
  const { hasArticles, parts } = JSON.parse(json) as { hasArticles: boolean; parts: FilePart[] };
  return { columns: hasArticles ? await readColumns(storage, idOf(number)) : null, parts };
}

async function numbersIn(storage: string): Promise<number[]> {
  const found = (await readdir(storage)).map(name => NAME.exec(name)?.[1]).filter(number => number !== undefined);
  return found.map(Number).sort((a, b) => a - b);
}
