import { type CorpusView, type Segment, wholeSegments } from '../../index/segment';
import { visitOccurrences } from '../../passages/occurrences';
import { isLeadingWord, isMark } from '../../text/marks';
import { agreement } from './agreement';

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

/** The next key asks about the rows of this one again, each a character shorter behind a draft that is one longer. */
const REMEMBERED = 64;

/** How a wording goes on, and how large a share of the places that have it goes on so. */
export interface Rest {
  readonly text: string;
  readonly share: number;
}

/** In so many places at most the last so many characters of a text stand, by what is known already. */
export type MostPlaces = (length: number) => number;

/**
 * How nearly all articles go on behind a text, to the end of a word, over no mark: 全面建设社会主义| → 现代化国家. Whoever offers the first
 * alone offers half of it. Null where it is whole, or too few have it to say.
 */
export function restOfWording(
  view: CorpusView,
  text: string,
  mostPlaces: MostPlaces = () => Number.POSITIVE_INFINITY,
): Rest | null {
  const whole = wholeSegments(view);
  for (const length of LENGTHS) {
    if (text.length < length || mostPlaces(length) < FEWEST_ARTICLES) continue;
    const places: Behind[] = whole.map(segment => ({ segment, positions: [] }));
    const clusters = new Set<number>();
    visitOccurrences(whole, text.slice(-length), MOST_PLACES, (segment, position, number) => {
      const article = segment.articleAt(position);
      if (segment.hasDead && segment.isDead(article)) return;
      clusters.add(segment.cluster(article));
      places[number]!.positions.push(position + length);
    });
    if (clusters.size >= FEWEST_ARTICLES) return agreedRest(places);
  }
  return null;
}

/** `restOfWording` of one view; it remembers what it was asked last. */
export function createRestOfWording(view: CorpusView): (text: string, mostPlaces: MostPlaces) => Rest | null {
  const remembered = new Map<string, Rest | null>();
  return (text, mostPlaces) => {
    const telling = text.slice(-LENGTHS[0]);
    const known = remembered.get(telling);
    if (known !== undefined) return known;
    const rest = restOfWording(view, telling, mostPlaces);
    remembered.set(telling, rest);
    if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value!);
    return rest;
  };
}

/** Positions behind a wording in a segment, sorted by what stands there. */
interface Behind {
  readonly segment: Segment;
  readonly positions: number[];
}

function agreedRest(all: readonly Behind[]): Rest | null {
  const total = countOf(all);
  let agreeing = all;
  let text = '';
  let rest: Rest | null = null;
  for (let ahead = 0; ; ahead++) {
    const share = countOf(agreeing) / total;
    if (ahead > 0 && endsWord(agreeing, ahead) && !isLeadingWord(text.charCodeAt(ahead - 1))) rest = { text, share };
    if (ahead === LONGEST_REST) return rest;
    const next = agreement(agreeing, ahead, NEARLY_ALWAYS * total);
    if (!next || next.code < 0x20 || isMark(next.code)) return rest;
    agreeing = next.places;
    text += String.fromCharCode(next.code);
  }
}

const countOf = (places: readonly Behind[]): number => places.reduce((sum, { positions }) => sum + positions.length, 0);

/** Does a word begin so far ahead in more than half of the places? */
function endsWord(places: readonly Behind[], ahead: number): boolean {
  const starts = places.reduce(
    (sum, { segment, positions }) => sum + positions.filter(position => segment.isWordStart(position + ahead)).length,
    0,
  );
  return starts * 2 > countOf(places);
}
