import { type CorpusView, isStop } from '../index/segment';
import { isClosing, isSentenceEnd } from '../text/punctuation';
import type { LikePlace } from './likePlaces';
import type { Likely } from './longestLikely';

/** What most of the places agree on. */
export interface Agreement {
  readonly text: string;
  /** Those that read like all of it, as places before it. */
  readonly places: readonly LikePlace[];
}

/** One article alone is copied, not followed. */
const FEWEST_ARTICLES = 2;

/**
 * What an article that agrees counts less than one, by length of the wording agreed upon so far: absolute discounting (Ney,
 * Essen, Kneser 1994) over articles, fitted on held-out text.
 */
const discount = (length: number): number => (length < 6 ? 0.9 : length < 13 ? 0.45 : length < 18 ? 0.3 : 0.1);

/**
 * Goes on from the places character by character as most of their articles do, while it stays as probable as asked, to
 * the end of the sentence at most: from `…紧迫感|` to `…紧迫感，扑下身子抓落实。|`.
 *
 * @param from the wording that the places share, and the probability that it is right
 * @param least the probability must not fall below this
 * @param most code units
 */
export function followMajority(
  view: CorpusView,
  places: readonly LikePlace[],
  from: Likely,
  least: number,
  most: number,
): Agreement {
  let { text, probability } = from;
  let agreeing = places;
  for (let at = 0; at < most; at++) {
    const articles = new Map<number, Set<number>>();
    for (const { segment, position, cluster } of agreeing) {
      const code = view[segment]!.codeAt(position + at);
      articles.set(code, (articles.get(code) ?? new Set()).add(cluster));
    }
    let best = -1;
    let agreed = 0;
    let all = 0;
    for (const [code, { size }] of articles) {
      all += size;
      if (size > agreed) [best, agreed] = [code, size];
    }
    probability *= all > 0 ? (agreed - discount(text.length)) / all : 0;
    if (agreed < FEWEST_ARTICLES || probability < least || isStop(best)) break;
    const isPastEnd = isSentenceEnd(text.charCodeAt(text.length - 1)) && !isSentenceEnd(best) && !isClosing(best);
    if (isPastEnd) break;
    text += String.fromCharCode(best);
    agreeing = agreeing.filter(({ segment, position }) => view[segment]!.codeAt(position + at) === best);
  }
  return { text: text.slice(from.text.length), places: agreeing };
}
