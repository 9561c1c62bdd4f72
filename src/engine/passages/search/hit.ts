import type { CorpusView } from '../../index/segment';
import { parseMarker } from '../../outline/marker';
import type { Occurrence } from '../occurrences';
import { type Passage, paragraphPlace, passageAt } from '../passage';
import type { Candidate } from './candidate';

/** A sentence that a search found: ready to stand in a draft. */
export interface Hit extends Passage {
  /**
   * `before + match + after`. Without the number it begins with in its article, unless the words include that:
   * `一、为什么要调研` is found by 调研 as 为什么要调研.
   */
  readonly sentence: string;
  /** [start, end) of the words in `sentence`, ascending, not overlapping. */
  readonly spans: readonly (readonly [number, number])[];
  /** It has not every word as typed: a part of them, or their pieces, apart from each other. */
  readonly isScattered: boolean;
  /** Where its match stands. */
  readonly place: Occurrence;
}

/**
 * The match of a hit is its first word; the spans have them all.
 * @param typed the words of the query as they were typed
 */
export function hitOf(
  view: CorpusView,
  { segment, start, sentence, words }: Pick<Candidate, 'segment' | 'start' | 'sentence' | 'words'>,
  typed: readonly string[],
): Hit {
  const spans = wordSpans(sentence, words);
  const [from, to] = spans[0] ?? [0, sentence.length];
  const number = markerLength(sentence, from);
  const own = view[segment]!;
  const position = start + from;
  const article = own.articleAt(position);
  const { paragraph, offset } = paragraphPlace(own, article, position);
  return {
    article: own.meta(article),
    paragraph,
    offset,
    before: sentence.slice(number, from),
    match: sentence.slice(from, to),
    after: sentence.slice(to),
    place: { segment, position },
    sentence: sentence.slice(number),
    spans: spans.map(([spanStart, spanEnd]) => [spanStart - number, spanEnd - number]),
    isScattered: !typed.every(word => sentence.includes(word)),
  };
}

/** The sentence around the `length` code units at a place, as a hit: that place alone is its match. */
export function hitAt(
  view: CorpusView,
  place: Occurrence,
  length: number,
  placeOf?: Parameters<typeof passageAt>[3],
): Hit {
  const { article, paragraph, offset, before: all, match, after } = passageAt(view, place, length, placeOf);
  const before = all.slice(markerLength(all + match, all.length));
  const spans = [[before.length, before.length + match.length]] as const;
  const sentence = before + match + after;
  return { article, paragraph, offset, before, match, after, sentence, spans, isScattered: false, place };
}

/** The sentence of a hit, without the rest of it. */
export function hitSentence({ sentence, words }: Pick<Candidate, 'sentence' | 'words'>): string {
  const [from] = wordSpans(sentence, words)[0] ?? [0];
  return sentence.slice(markerLength(sentence, from));
}

/** UTF-16 length of the number a sentence begins with, where it ends before the first word; else 0. */
function markerLength(sentence: string, firstWord: number): number {
  const end = parseMarker(sentence)?.end ?? 0;
  // 首先是 without its 首先 is no beginning.
  return end <= firstWord && sentence[end] !== '是' ? end : 0;
}

/** Every place of the words, those that touch or overlap joined. */
function wordSpans(sentence: string, words: readonly string[]): [number, number][] {
  const places: [number, number][] = [];
  for (const word of words) {
    for (let at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1))
      places.push([at, at + word.length]);
  }
  const joined: [number, number][] = [];
  for (const [start, end] of places.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
