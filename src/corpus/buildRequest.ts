import type { BuildRequest } from './builder/messages';
import type { CorpusOptions } from './openStorage';
import { notesPathOf } from './writer/notesFile';

/** What is asked of one build. */
type Asked = Pick<BuildRequest, 'listing' | 'places' | 'fromScratch' | 'damaged' | 'retryDied' | 'again'>;

/** What the builder is told of a corpus, and of what is asked this time. */
export function buildRequest(options: CorpusOptions, asked: Asked): Omit<BuildRequest, 'deadly'> {
  const { corpus, storage, include, exclude, maxFileBytes, converter, mine, seal, watch = true } = options;
  const files = { corpus, include, exclude, maxFileBytes, converter };
  return { ...files, storage, notes: notesPathOf(options), seal, mine, stay: watch, ...asked };
}
