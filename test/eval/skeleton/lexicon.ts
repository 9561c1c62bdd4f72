import { join } from 'node:path';
import { openBackground } from '../../../src/corpus/background/openBackground';
import { gazetteer } from '../../../src/corpus/check/gazetteer';
import { partsOfSpeech } from '../../../src/corpus/words/partsOfSpeech';
import type { Lexicon } from '../../../src/engine/skeleton/tagger/lexicon';

/** The lexicon that the server gives to skeletons. `root` is the folder of the project. */
export async function shippedLexicon(root: string): Promise<Lexicon> {
  const background = await openBackground(join(root, 'media', 'background.bin'));
  return {
    ...partsOfSpeech(),
    publicCount: wording => background.countOf(wording),
    isPlace: name => gazetteer.has(name),
  };
}
