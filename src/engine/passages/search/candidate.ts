import type { CorpusView } from '../../index/segment';
import { inOrder } from '../lazyOrder';
import type { Occurrence } from '../occurrences';
import { sentenceAt } from '../passage';
import type { Term } from './proximity';

/** A place of a word in a living article. */
export interface LivingOccurrence extends Occurrence {
  readonly article: number;
  readonly cluster: number;
  /** Packed: the later, the greater; 0: unknown. */
  readonly date: number;
  /** Of its article. */
  readonly articleWeight: number;
}

/** A sentence that may answer a search: the one around its place. */
export interface Candidate extends LivingOccurrence {
  /** Position of `sentence` in the segment. */
  readonly start: number;
  readonly sentence: string;
  /** Those of the words that it has, the rarest first. */
  readonly words: readonly string[];
  /** Sum of their weights. */
  readonly weight: number;
}

/** Places in living articles, those of the greatest weight first, then the newest article; within an article in the order of its text. Sorted as far as they are taken. */
export function* newestFirst(view: CorpusView, places: readonly Occurrence[]): Generator<LivingOccurrence> {
  const articles = new Int32Array(places.length);
  const dates = new Int32Array(places.length);
  const weights = new Float64Array(places.length);
  const living: number[] = [];
  places.forEach(({ segment: number, position }, i) => {
    const segment = view[number]!;
    const article = segment.articleAt(position);
    if (segment.isDead(article)) return;
    articles[i] = article;
    dates[i] = segment.packedDate(article);
    weights[i] = segment.weight(article);
    living.push(i);
  });
  const compare = (a: number, b: number) =>
    weights[b]! - weights[a]! || dates[b]! - dates[a]! || byPlace(places[a]!, places[b]!);
  for (const i of inOrder(living, compare)) {
    const { segment, position } = places[i]!;
    const article = articles[i]!;
    const cluster = view[segment]!.cluster(article);
    yield { segment, position, article, cluster, date: dates[i]!, articleWeight: weights[i]! };
  }
}

/**
 * The sentence around a place: more than one where a term that is looked for alone reaches over its end. Null where it has fewer of the terms than
 * so many.
 */
export function readCandidate(
  view: CorpusView,
  place: LivingOccurrence,
  terms: readonly Term[],
  fewest: number,
): Candidate | null {
  const segment = view[place.segment]!;
  const { start, end } = sentenceAt(segment, place.position, terms.length === 1 ? terms[0]!.word.length : 1);
  const sentence = segment.slice(start, end);
  const present = terms.filter(({ word }) => sentence.includes(word));
  if (present.length < fewest) return null;
  return {
    ...place,
    start,
    sentence,
    words: present.map(({ word }) => word),
    weight: present.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** Order of hits: the rarest words first, then the newest, so that answers are stable. */
export function better(a: Candidate, b: Candidate): number {
  return b.weight - a.weight || byAge(a, b);
}

function byAge(a: LivingOccurrence, b: LivingOccurrence): number {
  return b.articleWeight - a.articleWeight || b.date - a.date || byPlace(a, b);
}

const byPlace = (a: Occurrence, b: Occurrence): number => a.segment - b.segment || a.position - b.position;
