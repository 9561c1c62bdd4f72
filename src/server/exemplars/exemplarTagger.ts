import { gazetteer } from '../../corpus/check/gazetteer';
import { createTagger, type Tagger } from '../../engine/skeleton/tagger/tagger';
import type { BackgroundSession } from '../corpus/backgroundSession';
import type { Host } from '../host';

/** Gives what finds the particulars of one article, and remembers what it has asked for no longer; null as long as there are no public counts to tell them by. */
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
