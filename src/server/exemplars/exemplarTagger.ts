import { gazetteer } from '../../corpus/check/gazetteer';
import { createTagger, type Tagger } from '../../engine/skeleton/tagger/tagger';
import type { BackgroundSession } from '../corpus/backgroundSession';
import type { Host } from '../host';

/**
 * Makes a tagger for the particulars of one article: what it has looked up goes with it. Null as long as the background is not loaded, whose
 * counts tell what everybody says.
 */
export function createExemplarTagger(
  background: Pick<BackgroundSession, 'tree'>,
  host: Pick<Host, 'partsOfSpeech'>,
): () => Tagger | null {
  return () => {
    const tree = background.tree();
    if (!tree) return null;
    return createTagger({
      ...host.partsOfSpeech(),
      publicCount: wording => tree.countOf(wording),
      isPlace: name => gazetteer.has(name),
    });
  };
}
