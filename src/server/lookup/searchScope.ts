import type { CorpusView } from '../../engine/index/segment';
import type { Preference } from '../../engine/lookup/query/searchHits';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import type { ArticleFilter } from '../../engine/passages/lens/lens';
import { paths } from '../../paths/pathIdentity';
import type { ServerContext } from '../context';
import { createFilteredView } from './filteredView';

/** What a search is asked of, and for whom. */
export interface SearchScope {
  /** The view that a filter leaves, libraries that are read on demand behind it; an empty one leaves all. */
  viewOf(filter: ArticleFilter): CorpusView;
  /** All there is to ask, libraries that are read on demand behind it. */
  reading(): CorpusView;
  /** What knows all articles of such a view; undefined where a filter has left some. */
  directoryOf(view: CorpusView): ArticleDirectory | undefined;
  /** Phrases of the corpus that letters spell, whole or by initials: `scx` → 守初心. Of anything else there are none. */
  spelledBy(words: string): string[];
  /** Of whoever writes this draft, by its address; undefined where they have none. */
  preferenceIn(draft: string | undefined): Preference | undefined;
}

/** Phrases that letters may stand for: what comes behind them is hardly meant. */
const MOST_SPELLED = 5;
/** Pinyin, whole or initials, with or without blanks: `scx`, `shou chu xin`. */
const LETTERS = /^[a-z][a-z ]{0,58}[a-z]$/;
/** So many standard deviations above the mean article is one that is like the draft. */
const LIKE = 2;

/** The scope of one server: it remembers the last filter and its view. */
export function createSearchScope({ corpus, settings }: ServerContext): SearchScope {
  const filtered = createFilteredView();
  return {
    viewOf: filter => filtered(corpus.reading().view, filter),
    reading: () => corpus.reading().view,
    directoryOf: view => [corpus.directory(), corpus.reading()].find(directory => directory.view === view),
    spelledBy(words) {
      const typed = words.trim();
      const { options, fuzzyPinyin } = settings();
      if (!(options.pinyin ?? true) || !LETTERS.test(typed)) return [];
      return corpus.suggestions().spelled(typed.replaceAll(' ', ''), MOST_SPELLED, fuzzyPinyin);
    },
    preferenceIn(draft) {
      // The writer's own folder is named first.
      const [own, ...others] = corpus.roots();
      const likeness = draft === undefined ? undefined : corpus.suggestions().likenessTo(draft);
      if (!likeness && others.length === 0) return undefined;
      return {
        isOwn: path => own === undefined || others.length === 0 || paths.isWithin(path, own),
        isLike: (segment, article) => (likeness?.(segment, article) ?? 0) >= LIKE,
      };
    },
  };
}
