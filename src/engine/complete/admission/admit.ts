import { closesNothing, openPairs } from '../../text/halfPairs';
import type { Ranked } from '../completer';
import { columnOf, FEATURE_NAMES } from '../ranking/features';
import type { Draft } from '../request';
import { isBareWord } from './bareWord';
import { endsHalfWay } from './halfWay';
import { beginsHalfWord } from './halfWords';
import { isTitle, repeatsSentence } from './ownWording';
import { stutters } from './stutter';

/** Does a text belong into a list at all, whatever its probability? */
export type Admits = (text: string) => boolean;

/** A candidate that would save less is not looked at: no list has it. In keystrokes. */
const HOPELESS = 0.001;

/** What comes so probably is no half word by chance, however the draft is cut. */
const LIKELY = 0.2;

const CONTEXT_STARTS = columnOf('contextStartShare');
const DRAFT_MATCH = columnOf('draftMatchLength');
const FOCUS_MATCH = columnOf('focusMatchLength');

/**
 * The candidates that may stand in a list: those that begin where a word of the draft begins, end where one may stop, and are
 * neither the draft's title, nor one of its sentences, nor what stands before them. Their probabilities stay.
 *
 * @param admits what else decides
 */
export function admit(ranked: Ranked, draft: Draft, admits: Admits = () => true): Ranked {
  const { before, title = '' } = draft;
  const wanted = openPairs(before, '');
  const word = before.slice(before.length - ranked.wordLength);
  const isAdmitted = (row: number): boolean => {
    const candidate = ranked.pool[row]!;
    const { text } = candidate;
    if (ranked.probability[row]! * (candidate.length - 1) < HOPELESS) return false;
    const known = knownAs(ranked, row);
    return (
      !isUnknownToken(text, before) &&
      !endsHalfWay(text) &&
      !isBareWord(text, ranked.probability[row]!, before) &&
      !isTitle(text, title) &&
      !stutters(text, before) &&
      !closesNothing(text, wanted) &&
      !(known.inCorpus === 0 && repeatsSentence(text, before)) &&
      !(ranked.probability[row]! < LIKELY && beginsHalfWord(word, known)) &&
      admits(text)
    );
  };
  return only(ranked, isAdmitted);
}

/** Within a number or a foreign word nothing is known of how it goes on, unless the draft has it already: `20|17年`. */
function isUnknownToken(text: string, before: string): boolean {
  const begun = /[0-9A-Za-z.]{1,20}$/.exec(before.slice(-20))?.[0];
  const rest = begun && /^[0-9A-Za-z.]+/.exec(text)?.[0];
  return !!rest && !before.slice(0, -begun.length).includes(begun + rest);
}

function knownAs({ pool, rows, contextLength, backgroundLength }: Ranked, row: number) {
  const candidate = pool[row]!;
  const at = row * FEATURE_NAMES.length;
  return {
    text: candidate.text,
    inCorpus: contextLength(candidate),
    elsewhere: Math.max(rows[at + DRAFT_MATCH]!, rows[at + FOCUS_MATCH]!, backgroundLength(candidate)),
    contextStartShare: rows[at + CONTEXT_STARTS]!,
  };
}

/** Some of the candidates, each with the nearest of them that is a prefix of it. */
function only(ranked: Ranked, isKept: (row: number) => boolean): Ranked {
  const kept = ranked.pool.map((_, row) => row).filter(isKept);
  const numbers = new Map(kept.map((row, number) => [row, number]));
  const nearest = (row: number): number => {
    let at = ranked.pool[row]!.prefix;
    while (at >= 0 && !numbers.has(at)) at = ranked.pool[at]!.prefix;
    return numbers.get(at) ?? -1;
  };
  return {
    ...ranked,
    pool: kept.map(row => ({ ...ranked.pool[row]!, prefix: nearest(row) })),
    probability: Float64Array.from(kept, row => ranked.probability[row]!),
  };
}
