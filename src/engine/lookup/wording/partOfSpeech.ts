import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';

/** What a word is, as far as its company differs by it. */
export type PartOfSpeech = 'verb' | 'noun' | 'adjective' | 'other';

/** First letters of the tags that dictionaries use (the set of Peking University). `vn` is a verb that may be a noun. */
const PARTS: readonly (readonly [tags: RegExp, part: PartOfSpeech])[] = [
  [/^v/, 'verb'],
  [/^(a$|ag|b)/, 'adjective'],
  [/^(n|an|s|j)/, 'noun'],
];

/** What stands beside a verb, and what stands beside an adjective. */
const VERBAL = { before: ['要', '地', '不', '来', '必须'], after: ['了'] };
const ADJECTIVAL = { before: ['更加', '更', '很', '十分', '最', '比较', '非常'], after: [] };
/** Shares of all places of a word, measured on words of which it is known. */
const LEAST = 0.025;
/** A word that so often stands behind 的 is a noun, whatever stands before it: 主要任务, 的任务. */
const NOMINAL = 0.025;
/** One that does so much oftener, and hardly stands as verbs do, is a noun to everybody: 的使命. */
const ONLY_NOMINAL = 0.1;
const HARDLY_VERBAL = 0.005;

/**
 * The part of speech of a word: by the tag of a dictionary, put right by what the corpus does with it. 压实 is a noun to a dictionary of
 * newspapers, and a verb to those who say 要压实, 地压实.
 *
 * @param tag of the dictionary; undefined where it has not the word
 */
export function partOfSpeech(view: CorpusView, word: string, tag: string | undefined): PartOfSpeech {
  const said = tag === undefined ? undefined : (PARTS.find(([tags]) => tags.test(tag))?.[1] ?? 'other');
  if (said === 'other') return said;
  const places = countOccurrences(view, word);
  const share = ({ before, after }: typeof VERBAL) =>
    [...before.map(mark => mark + word), ...after.map(mark => word + mark)].reduce(
      (sum, text) => sum + countOccurrences(view, text),
      0,
    ) / Math.max(1, places);
  // Each share is looked up where it decides: a word is asked about for every row.
  const nominal = share({ before: ['的'], after: [] });
  if (said === 'verb') return nominal >= ONLY_NOMINAL && share(VERBAL) < HARDLY_VERBAL ? 'noun' : 'verb';
  if (said !== undefined && nominal >= NOMINAL) return said;
  if (share(ADJECTIVAL) >= LEAST) return said ?? 'adjective';
  return nominal < NOMINAL && share(VERBAL) >= LEAST ? 'verb' : (said ?? 'noun');
}
