import type { CompleterParts } from '../../engine/complete/completer';
import { createSuggestions, type Suggestions } from '../../engine/complete/suggestions';
import type { CorpusView } from '../../engine/index/segment';
import { type ArticleDirectory, createArticleDirectory } from '../../engine/passages/articleDirectory';
import { isKnownOfAll, lazilyFiltered } from '../../engine/passages/lens/lazyFilter';
import {
  type ArticleFilter,
  type ArticleNote,
  type FolderRule,
  isFiltering,
  throughLens,
} from '../../engine/passages/lens/lens';
import { paths } from '../../paths/pathIdentity';

/** What the views that questions are asked of are made from. */
export interface ViewSources {
  /** Everything there is: the writer's own segments, and behind them those of the libraries. */
  readonly raw: CorpusView;
  /** Libraries that are read on demand. */
  readonly partial: CorpusView;
  readonly filter: ArticleFilter;
  readonly rules: readonly FolderRule[];
  readonly rulesOfLibraries: readonly FolderRule[];
  /** Path -> number of the article in the file -> what is noted about it. */
  readonly notes: ReadonlyMap<string, ReadonlyMap<number, ArticleNote>>;
  readonly parts: Pick<CompleterParts, 'scratch' | 'background' | 'model'>;
}

/** One moment of the corpus, as questions see it. */
export interface AskedViews extends Pick<ViewSources, 'raw' | 'partial' | 'rulesOfLibraries' | 'notes'> {
  /** What the writer wants to be asked now. */
  readonly directory: ArticleDirectory;
  /** The same, with libraries that are read on demand behind it. */
  readonly reading: ArticleDirectory;
  /** All articles, filtered or not. */
  readonly everything: ArticleDirectory;
  /** What goes on in drafts, from `reading`; made when first asked for. */
  suggestions(): Suggestions;
}

/** Makes the views of one moment; nothing is read for it. */
export function askedViews({ raw, partial, filter, rules, rulesOfLibraries, notes, parts }: ViewSources): AskedViews {
  const every = [...rules, ...rulesOfLibraries];
  const isPlain = notes.size === 0 && every.length === 0 && !isFiltering(filter);
  const { all, asked } = isPlain
    ? { all: raw, asked: raw }
    : throughLens(raw, { filter, rules: every, isWithin: paths.isWithin, notesOf: path => notes.get(path) });
  const directory = createArticleDirectory(asked, paths.keyOf);
  const everything = asked === all ? directory : createArticleDirectory(all, paths.keyOf);
  // Of what is read on demand dates are always known, who spoke once that is here, the rest never of all.
  const onDemand = !isFiltering(filter)
    ? partial
    : isKnownOfAll(partial, filter)
      ? partial.map(segment => lazilyFiltered(segment, filter))
      : [];
  const reading = onDemand.length === 0 ? directory : createArticleDirectory([...asked, ...onDemand], paths.keyOf);
  let suggestions: Suggestions | undefined;
  return {
    ...{ raw, partial, rulesOfLibraries, notes, directory, reading, everything },
    suggestions: () => (suggestions ??= createSuggestions(reading.view, { ...parts, directory: reading })),
  };
}
