import { join } from 'node:path';
import { openIndex } from '../../../src/corpus/index/indexStore';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { contextNeeds } from '../../../src/engine/index/blocks/needs';
import { ROW_CODES } from '../../../src/engine/index/blocks/rows';
import { countOccurrences } from '../../../src/engine/index/suffixes/suffixRange';
import { openPieceCache } from '../../../src/library/blocks/pieceCache';
import { createPieceMemory } from '../../../src/library/blocks/pieceMemory';
import { type OnDemandOptions, readOnDemand } from '../../../src/library/blocks/readOnDemand';
import { decodeLibrary } from '../../../src/library/libraryManifest';
import { publish } from '../../../src/library/publish';
import { openStore } from '../../../src/library/store/openStore';
import { generateArticles } from '../../bench/generateArticles';
import { quantiles } from '../../eval/quantiles';
import { made, megabytes, endless as signal, type Trial, timed } from './trial';

const TYPED = 600;

/** A library laid out in blocks, and a draft typed beside it: every context occurs as often as in the index, and what that costs. */
export const readingOnDemand: Trial = async ({ name, to, from }, { folder, first, corpus }, { tell, fault }) => {
  const writer = await openStore(to('readingOnDemand'));
  const [{ library: published }, sending] = await timed(() =>
    publish(writer, { storage: first, corpus, blocks: true }),
  );
  const layouts = published.collections.flatMap(({ blocks = [] }) => blocks);
  const characters = layouts.reduce((sum, layout) => sum + layout.characters, 0);
  const laidOut = layouts.flatMap(({ objects }) => objects).reduce((sum, { bytes }) => sum + bytes, 0);

  const store = await openStore(from('readingOnDemand'));
  const stored = await store.readManifest();
  const library = stored === null || stored === 'same' ? null : decodeLibrary(stored.bytes, INDEX_VERSION);
  if (!library || 'zh' in library) return fault('the manifest cannot be read');
  const requests: number[] = [];
  const here = await made(join(folder, `on-demand-${name}`));
  const options: OnDemandOptions = {
    folder: here,
    clusterBase: 0,
    memory: createPieceMemory(48_000_000),
    cache: await openPieceCache(join(here, 'pieces'), 500_000_000),
    store: async () => store,
    signal,
    heard: outcome => (typeof outcome === 'number' ? void requests.push(outcome) : fault(outcome.message)),
  };
  const demand = await readOnDemand(library, options);
  const index = await openIndex(first);
  const text = generateArticles(2, TYPED)[0]!.text.slice(0, TYPED);
  const times: number[] = [];
  for (let at = 1; at <= text.length; at++) {
    const before = text.slice(0, at);
    const since = performance.now();
    await demand.bring(segment => contextNeeds(segment, before));
    times.push(performance.now() - since);
    for (let length = 1; length <= Math.min(ROW_CODES, at); length++) {
      const wording = before.slice(-length);
      const expected = countOccurrences(index.view, wording);
      const found = countOccurrences(demand.segments, wording);
      if (found !== expected) return fault(`${wording} stands ${expected} times, and is found ${found} times`);
      if (expected === 0) break;
    }
  }
  await index.close();
  const { p50, p95, max } = quantiles(times);
  tell(
    `laid out in ${(laidOut / characters).toFixed(1)} bytes a character and published in ${sending} ms; ${text.length} keys: ` +
      `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, max ${max.toFixed(1)} ms for what a list needs, ${requests.length} requests, ` +
      `${megabytes(requests.reduce((sum, bytes) => sum + bytes, 0))} MB; every context occurs as often as in the index`,
  );
};
