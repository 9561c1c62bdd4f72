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
export function newestFirst(view: CorpusView, places: readonly Occurrence[]): Iterable<LivingOccurrence> {
  const living: LivingOccurrence[] = [];
  for (const { segment: number, position } of places) {
    const segment = view[number]!;
    const article = segment.articleAt(position);
    if (segment.isDead(article)) continue;
    living.push({
      segment: number,
      position,
      article,
      cluster: segment.cluster(article),
      date: segment.packedDate(article),
      articleWeight: segment.weight(article),
    });
  }
  return inOrder(living, byAge);
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
  return b.articleWeight - a.articleWeight || b.date - a.date || a.segment - b.segment || a.position - b.position;
}
