import MiniSearch from 'minisearch';
import { loadSegmenter } from '../../../src/corpus/words/segmenter';
import type { SearchEngine } from './searchEngine';

/** MiniSearch over words as jieba cuts them: it knows words, not phrases. */
export const miniSearch: SearchEngine = {
  name: 'MiniSearch',
  most: 25_000_000,
  build(passages) {
    const cut = loadSegmenter();
    const tokenize = (text: string) => cut(text).filter(word => /[\p{L}\p{N}]/u.test(word));
    const index = new MiniSearch({ fields: ['text'], tokenize, searchOptions: { combineWith: 'AND' } });
    index.addAll(passages.map((text, id) => ({ id, text })));
    const search = (query: string) => index.search(query);
    return { phrase: search, words: search, close: () => {} };
  },
};
