import { openSlot } from '../../templates/openSlot';
import type { Span } from '../../text/sentences';
import type { Replaceable } from './offices';
import type { WordDifference } from './wordDifference';

/** A sentence and what in it belongs to one occasion, ascending, none over another. */
export interface Particularised {
  readonly sentence: string;
  readonly particulars: readonly Replaceable[];
}

/**
 * A sentence of another speech as it may stand in this one: its year, place, person, office or figure is replaced by what the draft has
 * in its place; where nothing corresponds, it becomes a slot, so that no figure of another county is handed in. What is loose stays then.
 *
 *     2023年青禾县实现生产总值86亿元  beside  2024年白水县实现…  →  2024年白水县实现生产总值〔数字〕亿元
 *
 * @param theirs the sentence of the source, `mine` that of the draft which it was found for
 * @param replaced what stands for each other in the two
 * @param draft particulars of the whole draft: a kind of which it has only one is meant wherever that kind stands
 */
export function adaptSentence(
  theirs: Particularised,
  mine: Particularised,
  replaced: WordDifference['replaced'],
  draft: readonly Replaceable[],
): string {
  const known = new Set([...mine.particulars, ...draft].map(({ text }) => text));
  let adapted = '';
  let at = 0;
  for (const particular of theirs.particulars) {
    adapted += theirs.sentence.slice(at, particular.start);
    adapted += known.has(particular.text) ? particular.text : instead(particular, mine, replaced, draft);
    at = particular.end;
  }
  return adapted + theirs.sentence.slice(at);
}

function instead(
  theirs: Replaceable,
  mine: Particularised,
  replaced: WordDifference['replaced'],
  draft: readonly Replaceable[],
): string {
  const gap = replaced.find(pair => overlap(pair.theirs, theirs));
  const there = gap
    ? mine.particulars.filter(({ name, ...span }) => name === theirs.name && overlap(gap.mine, span))
    : [];
  if (there.length === 1) return there[0]!.text;
  if (theirs.isLoose) return theirs.text;
  // Figures say something each: one that happens to be the only one of the draft is not meant.
  const named = theirs.isAlone
    ? []
    : [...new Set(draft.filter(({ name, isLoose }) => name === theirs.name && !isLoose).map(one => one.text))];
  return named.length === 1 ? named[0]! : openSlot(theirs.name);
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
