import { closesNothing, openPairs } from '../../text/halfPairs';
import type { Ranked } from '../ranked';
import { columnOf, FEATURE_NAMES } from '../ranking/features';
import type { Draft } from '../request';
import { isBareWord } from './bareWord';
import { endsHalfWay } from './halfWay';
import { beginsHalfWord, type Known, splitsLastWord } from './halfWords';
import { goesOnAsTitle, isTitle, repeatsSentence } from './ownWording';
import { stutters } from './stutter';
import { lastClause } from './wordBeforeCursor';

/** Does a text belong into a list at all, whatever its probability? */
export type Admits = (text: string) => boolean;

/** A candidate that would save less is not looked at: no list has it. In keystrokes. */
const HOPELESS = 0.001;

/**
 * What comes so probably is looked at once more. Of what seems to go on with half a word one in fifty does: the draft ends within a word
 * itself (`创新性转|化`), and cannot be cut yet. Of what seems to end half-way three in ten are right.
 */
const LIKELY = { halfWord: 0.05, halfWay: 0.15 } as const;
/** What the corpus has behind so many characters is more than the draft's title. */
const LEAST_KNOWN = 2;
/** What comes so probably is no half word by chance, however the draft is cut. */
const SURE = 0.2;

const CONTEXT_STARTS = columnOf('contextStartShare');
const DRAFT_MATCH = columnOf('draftMatchLength');
const FOCUS_MATCH = columnOf('focusMatchLength');

/**
 * Tells of a candidate, by its row in the pool, whether it may stand in a list: those may that begin where a word of the draft
 * begins, end where one may stop, and are neither the draft's title, nor one of its sentences, nor what stands before them.
 * Only until the next request. To be asked of few: some of it is found out by cutting words.
 *
 * @param admits what else decides
 */
export function admission(
  ranked: Ranked,
  { before, title = '' }: Draft,
  admits: Admits = () => true,
): (row: number) => boolean {
  const wanted = openPairs(before, '');
  const word = before.slice(before.length - ranked.wordLength);
  const clause = lastClause(before);
  const takesHalfWord = (probability: number, known: Known) =>
    probability < SURE &&
    beginsHalfWord(word, known, ranked.beginsWordInDraft) &&
    (probability < LIKELY.halfWord || splitsLastWord(clause, known.text));
  return row => {
    const { text, length } = ranked.pool[row]!;
    const probability = ranked.probability[row]!;
    if (probability * (length - 1) < HOPELESS) return false;
    const known = knownAs(ranked, row);
    return (
      !isUnknownToken(text, before) &&
      !isTitle(text, title) &&
      !stutters(text, before) &&
      !closesNothing(text, wanted) &&
      !(known.inCorpus === 0 && repeatsSentence(text, before)) &&
      !(known.inCorpus < LEAST_KNOWN && goesOnAsTitle(text, title, before)) &&
      !(probability < LIKELY.halfWay && endsHalfWay(text)) &&
      !isBareWord(text, probability, before) &&
      !takesHalfWord(probability, known) &&
      admits(text)
    );
  };
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
    inDraft: rows[at + DRAFT_MATCH]!,
    elsewhere: Math.max(rows[at + FOCUS_MATCH]!, backgroundLength(candidate)),
    contextStartShare: rows[at + CONTEXT_STARTS]!,
  };
}
