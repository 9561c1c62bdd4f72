import { type CorpusView, wholeSegments } from '../../index/segment';
import { NOTHING } from '../../index/suffixes/prefixTable';
import { type ArticleDirectory, countLiveClusters } from '../../passages/articleDirectory';
import { countArticles } from '../../passages/countArticles';
import { normalisePhrase } from '../../passages/normalisePhrase';
import { type Passage, passageAt } from '../../passages/passage';
import { companyOf, once } from './company';
import { type PartOfSpeech, partOfSpeech } from './partOfSpeech';
import { spread } from './spread';

/** A word that keeps company with another. */
export interface Collocate {
  readonly word: string;
  /** On which side of the node it stands: 压实 → 责任 is `right`, 落实 → 责任 seen from 责任 is `left`. */
  readonly side: 'left' | 'right';
  readonly part: PartOfSpeech;
  /** Of how many articles, near-duplicates once; an estimate where not all places of the node were looked at. */
  readonly articles: number;
  /** Strength of the bond: 14 where the two never stand without each other, one less for each halving. */
  readonly logDice: number;
  /** A short sentence with both, without figures if there is one. */
  readonly example: Passage;
}

/** Places of a collocate that are looked at for its own frequency. */
const MOST_FOR_FREQUENCY = 256;

/** What else is known of words and of the view. */
export interface CollocateOptions {
  /** What a dictionary says of a word; without one the corpus alone tells its part of speech. */
  readonly tagOf?: (word: string) => string | undefined;
  /** Of the same view: knows how many articles there are; without it they are counted each time. */
  readonly directory?: Pick<ArticleDirectory, 'liveClusters'> | undefined;
}

/**
 * The words that go with a word, both ways, the closest first: by logDice (Rychlý 2008) over articles, not places, so that one
 * article that says a thing ten times counts once, and over articles as evenly spread as they are: what one campaign has said in
 * twenty reports of a month counts little more than once (see {@link spread}). At most `limit` of each part of speech a side. Function
 * words, numbers, and what is part of the word or has it as part, are no company.
 *
 *     collocates(view, '压实', 10) → 责任 (right), 担子 (right), 层层 (left) …
 *
 */
export function collocates(
  view: CorpusView,
  typed: string,
  limit: number,
  { tagOf = () => undefined, directory = { liveClusters: once(() => countLiveClusters(view)) } }: CollocateOptions = {},
): Collocate[] {
  const node = normalisePhrase(typed);
  if (node === '') return [];
  const { frequent, ofWeight, nodeArticles, nodeNumbers, articles, numberOf } = companyOf(view, node);
  const nodeReduced = nodeArticles * spread(nodeNumbers, articles);
  const weighed = frequent.flatMap(({ word, side, weight, numbers, example }) => {
    if (!isCounted(view, word)) return [];
    const own = countArticles(view, word, { most: MOST_FOR_FREQUENCY, directory });
    const together = Math.max(numbers.length, Math.min(weight * ofWeight, own.articles, nodeArticles));
    const ownNumbers = own.newest.map(({ segment, position }) => numberOf(segment, view[segment]!.articleAt(position)));
    const ownReduced = own.articles * spread(ownNumbers, articles);
    const reduced = Math.min(together * spread(numbers, articles), ownReduced, nodeReduced);
    return {
      word,
      side,
      // Of what is read on demand it is not known what else stands before a word.
      part: partOfSpeech(wholeSegments(view), word, tagOf(word)),
      articles: Math.max(1, Math.round(together)),
      logDice: 14 + Math.log2((2 * reduced) / (nodeReduced + ownReduced)),
      example,
    };
  });
  weighed.sort((a, b) => b.logDice - a.logDice || b.articles - a.articles);
  const taken = new Map<string, number>();
  const kept = weighed.filter(({ side, part }) => {
    const count = (taken.get(side + part) ?? 0) + 1;
    taken.set(side + part, count);
    return count <= limit;
  });
  return (['left', 'right'] as const)
    .flatMap(side => kept.filter(pair => pair.side === side))
    .map(pair => ({ ...pair, example: passageAt(view, pair.example, node.length) }));
}

/** Is it known everywhere how often a word stands there? Of what is read on demand not everything may have come. */
const isCounted = (view: CorpusView, word: string): boolean =>
  view.every(segment => {
    const { lo, hi } = segment.rangeOf?.(word) ?? NOTHING;
    return lo < hi ? segment.suffixAt(lo) >= 0 : !segment.countAbout?.(word);
  });
