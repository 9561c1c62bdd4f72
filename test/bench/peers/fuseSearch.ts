import Fuse from 'fuse.js';
import { HITS, type SearchEngine } from './searchEngine';

/** fuse.js: reads every passage for every question, and finds what is nearly the same. */
export const fuseSearch: SearchEngine = {
  name: 'fuse.js',
  most: 25_000_000,
  build(passages) {
    const fuse = new Fuse(passages, { ignoreLocation: true, useExtendedSearch: true });
    return {
      phrase: phrase => fuse.search(`'"${phrase}"`, { limit: HITS }),
      words: query => fuse.search(query.replace(/(\S+)/g, "'$1"), { limit: HITS }),
      close: () => {},
    };
  },
};
