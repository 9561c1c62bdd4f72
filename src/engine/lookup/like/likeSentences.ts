import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import { isFunctionWord } from '../../passages/functionWords';
import { hitOf } from '../../passages/hit';
import { looseMatches } from '../../passages/looseMatches';
import { normalisePhrase } from '../../passages/normalisePhrase';
import type { Passage } from '../../passages/passage';
import { proximityGroups } from '../../passages/proximity';
import { looseNeeds, type NeedsOf } from '../../passages/searchNeeds';
import { MOST_TERMS, termsOf } from '../../passages/searchTerms';
import { segmentWords } from '../../text/segmentWords';
import { type PlacedWord, type WordDifference, wordDifference } from './wordDifference';

/** A sentence of the corpus that is like one of the draft. */
export interface LikeSentence extends Passage, WordDifference {
  /** As it may stand in a draft, without its number; `differs` and `replaced.theirs` are offsets in it. */
  readonly sentence: string;
}

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
/** What a mark weighs, and what a word that the corpus does not know does not exceed. */
const MARK_WEIGHT = 0.2;

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
  const terms = termsOf(view, content).slice(0, MOST_TERMS);
  if (terms.length < FEWEST_WORDS) return [];
  const weightOf = wordWeights(view);
  const except = new Set(exceptCluster === undefined ? [] : [exceptCluster]);
  const found = looseMatches(view, terms, proximityGroups(view, terms), MOST_COMPARED, except)
    .map(candidate => hitOf(view, candidate, []))
    .map(({ spans: _, isScattered: __, ...hit }) => ({
      ...hit,
      ...wordDifference(mine, placedWords(hit.sentence), weightOf),
    }))
    .filter(({ similarity }) => similarity >= least)
    .sort((a, b) => b.similarity - a.similarity || compareDates(a, b));
  return once(found).slice(0, limit);
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

/** Words and marks with their places. */
export function placedWords(text: string): PlacedWord[] {
  return [...segmentWords(text)].map(({ segment, index }) => ({
    text: segment,
    start: index,
    end: index + segment.length,
  }));
}

/** How much a word says: more, the rarer the corpus has it. Each is looked up once. */
function wordWeights(view: CorpusView): (word: string) => number {
  const characters = view.reduce((sum, segment) => sum + segment.length, 0);
  const known = new Map<string, number>();
  return word => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const weight = isContent(word) ? Math.log1p(characters / (1 + countOccurrences(view, word))) / 8 : MARK_WEIGHT;
    known.set(word, weight);
    return weight;
  };
}

const isContent = (word: string): boolean => /[\p{L}\p{N}]/u.test(word) && !isFunctionWord(word);

/** The same sentence of two articles is one, the newest. */
function once(found: readonly LikeSentence[]): LikeSentence[] {
  const known = new Set<string>();
  return found.filter(({ sentence }) => !known.has(sentence) && known.add(sentence));
}

function compareDates(a: Passage, b: Passage): number {
  const [one, other] = [a.article.date ?? '', b.article.date ?? ''];
  return one === other ? 0 : one > other ? -1 : 1;
}
