import type { CorpusView } from '../index/segment';
import { anchorsByWords, type Term } from './anchors';
import { countOccurrences, type Place } from './occurrences';
import { type Passage, passageAt, sentenceAt } from './passage';
import { alternatives, type CutWords } from './searchTerms';

/** A sentence that a search found. */
export interface Hit extends Passage {
  readonly sentence: string;
  /** [start, end) of the words in `sentence`, ascending, not overlapping. */
  readonly spans: readonly (readonly [number, number])[];
}

interface Candidate {
  readonly place: Place;
  readonly start: number;
  readonly sentence: string;
  readonly words: readonly string[];
  readonly weight: number;
  readonly cluster: number;
  /** Sorts as it is written; empty where unknown. */
  readonly date: string;
}

/** Places looked at for one query, and for one combination of its words: what bounds its time. */
const MOST = 3000;
const MOST_ALIKE = 1500;

/**
 * Sentences with the words, best first: those with all words, then those whose words are rarest; newest among equals;
 * one an article, near-duplicates once. `乡村振兴 干部` asks for two words; one piece of Chinese without blanks is tried
 * as it stands, then cut by `cutWords`.
 */
export function search(view: CorpusView, query: string, limit: number, cutWords: CutWords): Hit[] {
  const found: Candidate[] = [];
  for (const words of alternatives(view, query, cutWords)) {
    const clusters = new Set(found.map(({ cluster }) => cluster));
    found.push(...candidates(view, words, limit).filter(({ cluster }) => !clusters.has(cluster)));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit).map(candidate => hit(view, candidate));
}

function candidates(view: CorpusView, words: readonly string[], limit: number): Candidate[] {
  const characters = view.reduce((sum, segment) => sum + segment.length, 0);
  const terms = words
    .map(word => ({ word, occurrences: countOccurrences(view, word) }))
    .filter(({ occurrences }) => occurrences > 0)
    .map(({ word, occurrences }): Term => ({ word, weight: Math.log1p(characters / occurrences) }))
    .sort((a, b) => b.weight - a.weight);
  const best = new Map<number, Candidate>();
  let left = MOST;
  for (const { weight, places } of anchorsByWords(view, terms)) {
    // What is still to come holds no more than these words: enough better ones end the search.
    if ([...best.values()].filter(candidate => candidate.weight > weight).length >= limit) break;
    const alike = places(Math.min(left, MOST_ALIKE));
    left -= alike.length;
    const equal = new Set<number>();
    for (const place of newestFirst(view, alike)) {
      if (equal.size >= limit) break;
      const candidate = readCandidate(view, place, terms);
      const known = best.get(candidate.cluster);
      if (!known || better(candidate, known) < 0) best.set(candidate.cluster, candidate);
      if (candidate.weight >= weight) equal.add(candidate.cluster);
    }
  }
  return [...best.values()].sort(better).slice(0, limit);
}

/** Alive places, newest articles first. */
function newestFirst(view: CorpusView, places: readonly Place[]): Place[] {
  return places
    .map(place => ({ place, segment: view[place.segment]!, article: view[place.segment]!.articleAt(place.position) }))
    .filter(({ segment, article }) => !segment.isDead(article))
    .map(({ place, segment, article }) => ({ place, date: segment.meta(article).date ?? '' }))
    .sort((a, b) => newer(a.date, b.date))
    .map(({ place }) => place);
}

function readCandidate(view: CorpusView, place: Place, terms: readonly Term[]): Candidate {
  const segment = view[place.segment]!;
  const { start, end } = sentenceAt(segment, place.position, 1);
  const sentence = segment.slice(start, end);
  const { cluster, date } = segment.meta(segment.articleAt(place.position));
  const present = terms.filter(({ word }) => sentence.includes(word));
  return {
    place,
    start,
    sentence,
    words: present.map(({ word }) => word),
    weight: present.reduce((sum, { weight }) => sum + weight, 0),
    cluster,
    date: date ?? '',
  };
}

function newer(a: string, b: string): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}

function better(a: Candidate, b: Candidate): number {
  return (
    b.weight - a.weight ||
    newer(a.date, b.date) ||
    a.place.segment - b.place.segment ||
    a.place.position - b.place.position
  );
}

/** The match of a hit is its first word; the spans have them all. */
function hit(view: CorpusView, { place, start, sentence, words }: Candidate): Hit {
  const spans = wordSpans(sentence, words);
  const [from, to] = spans[0] ?? [0, sentence.length];
  return { ...passageAt(view, { segment: place.segment, position: start + from }, to - from), sentence, spans };
}

/** Every place of the words, those that touch or overlap joined. */
export function wordSpans(sentence: string, words: readonly string[]): [number, number][] {
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
