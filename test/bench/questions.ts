import type { PhraseTree } from '../../src/engine/background/phraseTree';
import { readDraft } from '../../src/engine/check/draft/draft';
import { OVERLAP_DEFAULTS } from '../../src/engine/check/overlap/overlapRuns';
import { overlapsOf } from '../../src/engine/check/overlap/overlaps';
import { createSuggestions } from '../../src/engine/complete/suggestions';
import type { CorpusView } from '../../src/engine/index/segment';
import { likeSentences } from '../../src/engine/lookup/like/likeSentences';
import { concordance } from '../../src/engine/lookup/lines/concordance';
import { searchGroups } from '../../src/engine/lookup/lines/searchGroups';
import { parseQuery } from '../../src/engine/lookup/query/query';
import { collocates } from '../../src/engine/lookup/wording/collocates';
import type { LanguageModel } from '../../src/engine/model/languageModel';
import { offers } from '../../src/engine/offers/offers';
import { createArticleDirectory } from '../../src/engine/passages/articleDirectory';
import { findPassages } from '../../src/engine/passages/findPassages';
import { search } from '../../src/engine/passages/search/search';
import { wordingAt } from '../../src/engine/passages/wordingAt';
import { finish } from '../../src/engine/steps';
import { cutWords } from '../../src/engine/text/segmentWords';
import { splitSentences } from '../../src/engine/text/sentences';
import type { Samples } from './samples';

/** What an editor asks of the index, by name; each call is one question. */
export interface Questions {
  /** Phrases alone. */
  readonly completion: readonly (() => unknown)[];
  /** All that an editor lists. */
  readonly list: readonly (() => unknown)[];
  readonly passages: readonly (() => unknown)[];
  readonly longPassages: readonly (() => unknown)[];
  readonly search: readonly (() => unknown)[];
  readonly hover: readonly (() => unknown)[];
  /** Two hundred articles with a phrase, as the editor lists references. */
  readonly references: readonly (() => unknown)[];
  /** The panel: sentences of two words by article, and all places of two characters as sorted lines. */
  readonly panel: readonly (() => unknown)[];
  /** Phrases of two characters, and of twenty. */
  readonly twos: readonly (() => unknown)[];
  readonly twenties: readonly (() => unknown)[];
  /** The lines of a phrase, and of what it goes with. */
  readonly concordance: readonly (() => unknown)[];
  readonly collocates: readonly (() => unknown)[];
  readonly likeSentences: readonly (() => unknown)[];
  /** What of a speech of 10,000 characters stands in articles. */
  readonly overlap: readonly (() => unknown)[];
}

const ITEMS = 8;
const PASSAGES = 10;
const HITS = 20;
const REFERENCES = 200;
/** As the panel asks for. */
const LINES = 400;
/** Questions that a writer asks now and then. */
const FEW = 200;
const HOVERED = 3;
const HOVER_EVERY = 7;

/** Completion is asked at every character of a draft, with what Fanben comes with or without; hovering at some. */
export function questions(
  view: CorpusView,
  { drafts, speeches, phrases, longPhrases, twos, twenties, queries }: Samples,
  background?: PhraseTree,
  model?: LanguageModel,
): Questions {
  const suggestions = createSuggestions(view, { background: () => background, model: () => model });
  // As the server has one: it knows how many articles there are.
  const directory = createArticleDirectory(view);
  const passages = (phrase: string, most: number) => findPassages(view, phrase, most, { directory });
  const places = drafts.flatMap(draft => Array.from({ length: draft.length }, (_, at) => ({ draft, at })));
  return {
    completion: places.map(
      ({ draft, at }) =>
        () =>
          suggestions.complete({ before: draft.slice(0, at + 1) }, { limit: ITEMS }),
    ),
    list: places.map(
      ({ draft, at }) =>
        () =>
          offers(suggestions, { before: draft.slice(0, at + 1) }, { slots: true, pinyin: true }),
    ),
    passages: phrases.map(phrase => () => passages(phrase, PASSAGES)),
    longPassages: longPhrases.map(phrase => () => passages(phrase, PASSAGES)),
    search: queries.map(query => () => search(view, query, HITS, cutWords)),
    hover: places
      .filter((_, i) => i % HOVER_EVERY === 0)
      .map(({ draft, at }) => () => {
        const wording = wordingAt(view, draft, at);
        return wording && passages(wording.text, HOVERED);
      }),
    references: phrases.slice(0, FEW).map(phrase => () => passages(phrase, REFERENCES)),
    panel: [
      ...queries.slice(0, FEW).map(words => [words, 'article'] as const),
      ...twos.slice(0, FEW).map(words => [words, 'right'] as const),
    ].map(
      ([words, order]) =>
        () =>
          searchGroups(view, parseQuery(words), { order, limit: LINES, cutWords, directory }),
    ),
    twos: twos.slice(0, FEW).map(phrase => () => passages(phrase, PASSAGES)),
    twenties: twenties.slice(0, FEW).map(phrase => () => passages(phrase, PASSAGES)),
    concordance: phrases.slice(0, FEW).map(phrase => () => concordance(view, [phrase], { order: 'right', directory })),
    collocates: phrases.slice(0, FEW).map(phrase => () => collocates(view, phrase.slice(0, 2), HITS, { directory })),
    likeSentences: drafts
      .flatMap(draft => splitSentences(draft).map(({ start, end }) => draft.slice(start, end)))
      .slice(0, FEW)
      .map(sentence => () => likeSentences(view, sentence, { limit: HITS })),
    overlap: speeches.map(speech => () => {
      const draft = readDraft(speech.split('\n'));
      return finish(overlapsOf(view, draft, OVERLAP_DEFAULTS));
    }),
  };
}

/** How long each question takes, in milliseconds. */
export function timed(asked: readonly (() => unknown)[]): number[] {
  return asked.map(ask => {
    const started = performance.now();
    ask();
    return performance.now() - started;
  });
}
