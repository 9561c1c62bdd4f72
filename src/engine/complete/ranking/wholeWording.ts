import { type CorpusView, wholeSegments } from '../../index/segment';
import { visitOccurrences } from '../../passages/occurrences';
import { isLeadingWord, isMark } from '../../text/marks';

/** A wording that so large a share goes on from in one way is not whole without it. */
const NEARLY_ALWAYS = 0.85;
/** What fewer articles agree on may be chance. */
const FEWEST_ARTICLES = 4;
/** What stands before a wording decides how it goes on: so many characters of both, the longest that enough articles have. */
const LENGTHS = [12, 8, 6, 5] as const;
/** Places looked at. */
const MOST_PLACES = 24;
/** No wording goes on further. UTF-16 code units. */
const LONGEST_REST = 12;

/** How a wording goes on, and how large a share of the places that have it goes on so. */
export interface Rest {
  readonly text: string;
  readonly share: number;
}

/**
 * How nearly all articles go on behind a text, to the end of a word, over no mark: 全面建设社会主义| → 现代化国家. Whoever offers the first
 * alone offers half of it. Null where it is whole, or too few have it to say.
 */
export function restOfWording(view: CorpusView, text: string): Rest | null {
  const whole = wholeSegments(view);
  for (const length of LENGTHS) {
    if (text.length < length) continue;
    const rests: Place[] = [];
    const clusters = new Set<number>();
    visitOccurrences(whole, text.slice(-length), MOST_PLACES, (segment, position) => {
      const article = segment.articleAt(position);
      if (segment.hasDead && segment.isDead(article)) return;
      clusters.add(segment.cluster(article));
      rests.push(at => {
        const code = segment.codeAt(position + length + at);
        return { code, startsWord: segment.isWordStart(position + length + at) };
      });
    });
    if (clusters.size >= FEWEST_ARTICLES) return agreedRest(rests);
  }
  return null;
}

/** What stands so many characters behind a place, and whether a word starts there. */
type Place = (at: number) => { readonly code: number; readonly startsWord: boolean };

function agreedRest(places: readonly Place[]): Rest | null {
  let agreeing = places;
  let text = '';
  let rest: Rest | null = null;
  for (let at = 0; at <= LONGEST_REST; at++) {
    const found = agreeing.map(place => ({ place, ...place(at) }));
    const share = agreeing.length / places.length;
    const isWordEnd = found.filter(({ startsWord }) => startsWord).length * 2 > found.length;
    if (at > 0 && isWordEnd && !isLeadingWord(text.charCodeAt(at - 1))) rest = { text, share };
    const best = mostFrequent(found.map(({ code }) => code));
    agreeing = found.filter(({ code }) => code === best).map(({ place }) => place);
    if (agreeing.length < NEARLY_ALWAYS * places.length || best < 0x20 || isMark(best)) break;
    text += String.fromCharCode(best);
  }
  return rest;
}

function mostFrequent(codes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0] as const)[0];
}
