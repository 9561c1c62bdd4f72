import type { CorpusView } from '../../index/segment';
import { normalisePhrase } from '../../passages/normalisePhrase';
import type { Occurrence } from '../../passages/occurrences';
import type { Passage } from '../../passages/passage';
import type { Candidate } from '../../passages/search/candidate';
import { hitOf } from '../../passages/search/hit';
import { looseMatches } from '../../passages/search/looseMatches';
import { proximityGroups } from '../../passages/search/proximity';
import { looseNeeds, type NeedsOf } from '../../passages/search/searchNeeds';
import { MOST_TERMS, termsOf } from '../../passages/search/searchTerms';
import { likest, mostLike, placedWords, SLACK } from './likest';
import type { PlacedWord, WordDifference } from './wordDifference';
import { isContent, wordWeights } from './wordWeights';

/** A sentence of the corpus that is like one of the draft. */
export interface LikeSentence extends Passage, WordDifference {
  /** As it may stand in a draft, without its number; `differs` and `replaced.theirs` are offsets in it. */
  readonly sentence: string;
  /** Where its match stands. */
  readonly place: Occurrence;
}

/** How many sentences, and how like they are. */
export interface LikeOptions {
  readonly limit: number;
  /** 0 to 1: what is less like it is not shown. Half by default. */
  readonly least?: number;
  /** Not of this cluster: the article that is being read. */
  readonly exceptCluster?: number;
}

/** Sentences that are compared word by word. */
const MOST_COMPARED = 60;
const LEAST = 0.5;
/** Of a longer sentence so much is compared, in UTF-16 code units. */
const LONGEST = 300;
/** Sentences of fewer content words are like too many others. */
const FEWEST_WORDS = 2;

/**
 * The sentences of the corpus most like a sentence, most alike first: the translators' fuzzy match. Candidates are those that share its
 * rarest words; each is then compared word by word, rare words counting more.
 *
 *     likeSentences(view, '压实各级责任，层层传导压力。', { limit: 3 }) → [{ sentence: …, similarity: 0.82, differs: [{ start: 2, end: 4 }] }]
 */
export function likeSentences(view: CorpusView, typed: string, options: LikeOptions): LikeSentence[] {
  const { limit, least = LEAST, exceptCluster } = options;
  const sentence = normalisePhrase(typed.slice(0, LONGEST));
  const mine = placedWords(sentence);
  const content = contentOf(mine);
  if (content.length < FEWEST_WORDS) return [];
  const known = termsOf(view, content);
  const terms = known.slice(0, MOST_TERMS);
  if (terms.length < FEWEST_WORDS) return [];
  const except = new Set(exceptCluster === undefined ? [] : [exceptCluster]);
  const weights = wordWeights(view);
  const beside = new Set(known.slice(MOST_TERMS).map(({ word }) => word));
  // Where too few of the words stand near each other, no sentence is read.
  const groups = proximityGroups(view, terms).filter(({ words }) => {
    const may = (word: string) => !isContent(word) || beside.has(word) || words.includes(word);
    return mostLike(mine, weights.weightOf, may) >= least - SLACK;
  });
  const candidates = looseMatches(view, terms, groups, MOST_COMPARED, except);
  return likest(candidates, mine, weights, least, limit)
    .sort((a, b) => b.similarity - a.similarity || compareDates(view, a.candidate, b.candidate) || a.order - b.order)
    .filter(isFirstOfText())
    .slice(0, limit)
    .map(({ candidate, similarity, differs, replaced }) => {
      const { spans: _, isScattered: __, ...hit } = hitOf(view, candidate, []);
      return { ...hit, similarity, differs, replaced };
    });
}

const contentOf = (words: readonly PlacedWord[]): string[] => [
  ...new Set(words.filter(({ text }) => isContent(text)).map(({ text }) => text)),
];

/** What `likeSentences` needs of a library that is read on demand. */
export const likeNeeds = (typed: string): NeedsOf =>
  looseNeeds(contentOf(placedWords(normalisePhrase(typed.slice(0, LONGEST)))));

/** How alike, as it is shown: only the same is 100. */
export const percentOf = ({ similarity }: Pick<WordDifference, 'similarity'>): number =>
  similarity >= 1 - 1e-9 ? 100 : Math.min(99, Math.round(100 * similarity));

/** The same sentence of two articles is one, the newest. */
function isFirstOfText(): (one: { readonly text: string }) => boolean {
  const known = new Set<string>();
  return ({ text }) => known.size < known.add(text).size;
}

function compareDates(view: CorpusView, a: Candidate, b: Candidate): number {
  const [one, other] = [a, b].map(({ segment, article }) => view[segment]!.meta(article).date ?? '');
  return one === other ? 0 : one! > other! ? -1 : 1;
}
