import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import type { Candidate } from '../../passages/candidate';
import { isFunctionWord } from '../../passages/functionWords';
import { hitOf, hitSentence } from '../../passages/hit';
import { looseMatches } from '../../passages/looseMatches';
import { normalisePhrase } from '../../passages/normalisePhrase';
import type { Occurrence } from '../../passages/occurrences';
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
  /** Where its match stands. */
  readonly place: Occurrence;
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
  const except = new Set(exceptCluster === undefined ? [] : [exceptCluster]);
  const candidates = looseMatches(view, terms, proximityGroups(view, terms), MOST_COMPARED, except);
  return likest(candidates, mine, wordWeights(view), least, limit)
    .sort((a, b) => b.similarity - a.similarity || compareDates(view, a.candidate, b.candidate) || a.order - b.order)
    .filter(isFirstOfText())
    .slice(0, limit)
    .map(({ candidate, similarity, differs, replaced }) => {
      const { spans: _, isScattered: __, ...hit } = hitOf(view, candidate, []);
      return { ...hit, similarity, differs, replaced };
    });
}

/** A candidate that was compared; `order` of those that were found. */
interface Compared extends WordDifference {
  readonly candidate: Candidate;
  readonly order: number;
  readonly text: string;
}

/** What sums in another order may differ by. */
const SLACK = 1e-9;

/**
 * Those that are like enough, or so many of them that the `limit` likest texts are among them. Which of the words stand anywhere in a sentence tells how
 * like it can be at most, so that few have to be cut into words.
 */
function likest(
  candidates: readonly Candidate[],
  mine: readonly PlacedWord[],
  weightOf: (word: string) => number,
  least: number,
  limit: number,
): Compared[] {
  const own = mine.map(({ text }) => ({ text, weight: weightOf(text) }));
  const all = own.reduce((sum, { weight }) => sum + weight, 0);
  const bounded = candidates.map((candidate, order) => {
    const text = hitSentence(candidate);
    const shared = own.reduce((sum, word) => (text.includes(word.text) ? sum + word.weight : sum), 0);
    // What it has beside them only makes it less like.
    return { candidate, order, text, most: all > 0 ? (2 * shared) / (all + shared) : 0 };
  });
  const found: Compared[] = [];
  const best = new Map<string, number>();
  for (const { candidate, order, text, most } of bounded.sort((a, b) => b.most - a.most)) {
    const wanted = best.size < limit ? least : [...best.values()].sort((a, b) => b - a)[limit - 1]!;
    if (most < Math.max(least, wanted) - SLACK) break;
    const difference = wordDifference(mine, placedWords(text), weightOf);
    if (difference.similarity < least) continue;
    best.set(text, difference.similarity);
    found.push({ candidate, order, text, ...difference });
  }
  return found;
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
function isFirstOfText(): (one: { readonly text: string }) => boolean {
  const known = new Set<string>();
  return ({ text }) => known.size < known.add(text).size;
}

function compareDates(view: CorpusView, a: Candidate, b: Candidate): number {
  const [one, other] = [a, b].map(({ segment, article }) => view[segment]!.meta(article).date ?? '');
  return one === other ? 0 : one! > other! ? -1 : 1;
}
