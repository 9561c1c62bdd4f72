import type { CorpusView } from '../../../src/engine/index/segment';
import { isMark } from '../../../src/engine/text/marks';
import type { CutWords } from '../../../src/engine/text/segmentWords';
import { currentLine, type Predictor } from '../predictor';
import { BREAK, type WordSequences, wordSequences } from './wordSequences';

const REACH = 24;
const LONGEST = 16;
/** What a longer context without an answer costs: the usual weight of “stupid back-off”. */
const BACK_OFF = 0.4;
/** A phrase goes on while one word follows more often than all others together. */
const SURE = 0.5;

/** Of the words that may follow so many are carried on. */
const CARRIED_ON = 20;

interface Guess {
  readonly text: string;
  readonly replace: number;
  readonly probability: number;
}

/**
 * Words by the two before, else by the one: what input methods and phones do. Each word goes on as long as the next
 * one is nearly certain; the word at the cursor may be half typed.
 */
export function wordNgram(view: CorpusView, cut: CutWords): Predictor {
  const sequences = wordSequences(view);
  return {
    name: 'word 3-gram',
    characters: view.reduce((sum, segment) => sum + segment.length, 0),
    every: 1,
    predict(before, limit) {
      const typed = currentLine(before).slice(-REACH);
      const words = typed === '' ? [] : [...cut(typed)];
      const last = words.at(-1) ?? '';
      const goesOn = (word: string) => word.length > last.length && word.startsWith(last);
      const guesses = [
        ...nextWords(sequences, words, () => true, 0),
        ...nextWords(sequences, words.slice(0, -1), goesOn, last.length),
      ];
      const worth = ({ text, replace, probability }: Guess) => probability * (text.length - replace - 1);
      return guesses.sort((a, b) => worth(b) - worth(a)).slice(0, limit);
    },
  };
}

function nextWords(
  sequences: WordSequences,
  before: readonly string[],
  accepts: (word: string) => boolean,
  replace: number,
): Guess[] {
  const context = [BREAK, ...before.map(sequences.id)].slice(-2);
  const words = new Map<number, { readonly context: readonly number[]; readonly probability: number }>();
  for (let weight = 1; context.length > 0; context.shift(), weight *= BACK_OFF) {
    const following = sequences.following(context);
    const total = sum(following);
    for (const [id, count] of following) {
      if (id === BREAK || words.has(id) || count < 2 || !accepts(sequences.texts[id]!)) continue;
      words.set(id, { context: [...context, id].slice(-2), probability: (weight * count) / total });
    }
  }
  return [...words]
    .sort(([, a], [, b]) => b.probability - a.probability)
    .slice(0, CARRIED_ON)
    .map(([id, word]) => ({
      text: goOn(sequences, word.context, sequences.texts[id]!),
      replace,
      probability: word.probability,
    }))
    .filter(({ text }) => text.length - replace >= 2);
}

/** Adds the words that nearly always follow, to the end of the clause at most. */
function goOn(sequences: WordSequences, before: readonly number[], word: string): string {
  let text = word;
  let context = before;
  while (text.length < LONGEST && !isMark(text.charCodeAt(text.length - 1))) {
    const following = sequences.following(context);
    const [id, count] = [...following].reduce((best, next) => (next[1] > best[1] ? next : best), [BREAK, 0]);
    if (id === BREAK || count < 2 || count < SURE * sum(following)) break;
    text += sequences.texts[id]!;
    context = [...context, id].slice(-2);
  }
  return text;
}

function sum(counts: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
