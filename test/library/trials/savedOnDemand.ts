import { join } from 'node:path';
import { openBackground } from '../../../src/corpus/background/openBackground';
import { openIndex } from '../../../src/corpus/index/indexStore';
import { INDEX_VERSION } from '../../../src/corpus/index/manifestFile';
import { createSuggestions, type Suggestions } from '../../../src/engine/complete/suggestions';
import type { BlockSegment } from '../../../src/engine/index/blocks/blockSegment';
import { contextNeeds, rowNeeds, topicNeeds } from '../../../src/engine/index/blocks/needs';
import { openPieceCache } from '../../../src/library/blocks/pieceCache';
import { createPieceMemory } from '../../../src/library/blocks/pieceMemory';
import { readOnDemand } from '../../../src/library/blocks/readOnDemand';
import type { Library } from '../../../src/library/library';
import { decodeLibrary } from '../../../src/library/libraryManifest';
import { publish } from '../../../src/library/publish';
import { openStore } from '../../../src/library/store/openStore';
import type { StoredManifest } from '../../../src/library/store/store';
import { canOpen } from '../../eval/ask';
import { titleOf } from '../../eval/fanben';
import { drawPassages, type HeldPassage, readHeld } from '../../eval/heldOut';
import { made, endless as signal, type Trial } from './trial';
import { addedBy, listed, type Rows, right } from './typing';

/** Typed of each passage, in UTF-16 code units. */
const TYPED = 60;
/** It may save so much less. */
const MOST_LESS = 0.002;

/** Whether a library read on demand saves as many keys as the index it is of: whoever types waits until all pieces are here, so that the layout alone is compared. */
export const savedOnDemand: Trial = async ({ name, to, from }, { folder, seed, large }, { tell, fault }) => {
  const { storage, corpus, held, writers } = large;
  await publish(await openStore(to('onDemand')), { storage, corpus, blocks: true });
  const store = await openStore(from('onDemand'));
  const library = decodeLibrary(((await store.readManifest()) as StoredManifest).bytes, INDEX_VERSION) as Library;
  const background = await openBackground(join(process.env.FANBEN_ROOT ?? '.', 'media', 'background.bin'));
  const parts = { background: () => background };
  const here = await made(join(folder, `saving-${name}`));
  const cache = await openPieceCache(join(here, 'pieces'), 2_000_000_000);
  const { segments, bring, bringNoted } = await readOnDemand(library, {
    folder: here,
    clusterBase: 0,
    memory: createPieceMemory(200_000_000),
    cache,
    store: async () => store,
    signal,
    heard: outcome => void (typeof outcome === 'number' || fault(outcome.message)),
  });
  const index = await openIndex(storage);
  const articles = (await Promise.all(held.map(readHeld))).flat();
  const passages = drawPassages(articles, { passages: writers, length: TYPED, seed });
  let characters = 0;
  const keys = { local: 0, onDemand: 0 };
  for (const passage of passages) {
    characters += passage.text.length;
    const local = createSuggestions(index.view, parts);
    keys.local += await typed(passage, local, async before => listed(local, before)[0]);
    const onDemand = createSuggestions(segments, parts);
    await bring(segment => topicNeeds(segment, passage.before));
    keys.onDemand += await typed(passage, onDemand, async before => {
      await bring(segment => contextNeeds(segment, before));
      const [rows] = listed(onDemand, before);
      const needsOf = (segment: BlockSegment) => rowNeeds(segment, before, rows.map(addedBy));
      if (!segments.some(segment => needsOf(segment).size > 0)) return rows;
      await bring(needsOf);
      await bringNoted();
      return listed(onDemand, before)[0];
    });
  }
  await Promise.all([index.close(), cache.settled()]);
  const [whole, there] = [1 - keys.local / characters, 1 - keys.onDemand / characters];
  tell(
    `${passages.length} passages, ${characters} characters: keys saved ${there.toFixed(4)} on demand, ${whole.toFixed(4)} with the index itself`,
  );
  if (whole - there > MOST_LESS) fault('a library read on demand saves fewer keys than its index');
};

/** Keys that a passage takes. */
async function typed(
  passage: HeldPassage,
  suggestions: Suggestions,
  rowsAt: (before: string) => Promise<Rows>,
): Promise<number> {
  let keys = 0;
  for (let at = 0; at < passage.text.length; keys++) {
    if (!canOpen(passage, at)) {
      at++;
      continue;
    }
    const before = passage.before + passage.text.slice(0, at);
    at += right(await rowsAt(before), passage, at);
    while (suggestions.prepare({ before, title: titleOf(before) }));
  }
  return keys;
}
