import type { Kernel } from './kernel';
import { createLetters } from './letters';
import type { ModelWeights } from './modelFile';
import { createNetwork } from './network';
import { createReading, type Reading } from './reading';
import { createScoreTexts, type TextScore } from './scoreTexts';

export type { TextScore };

/** A character model that reads along with the drafts and says how probable texts are that may follow. */
export interface LanguageModel {
  /** What it thinks of the texts, in their order. Undefined while the draft has not been read that far: a key or two later it has. */
  advise(draft: ReadDraft, texts: readonly string[]): readonly TextScore[] | undefined;
  /** Reads a little more of a draft; false: there is no more to do. */
  prepare(draft: ReadDraft): boolean;
}

/** A draft up to its cursor. */
export interface ReadDraft {
  /** Which draft it is; those without are one. */
  readonly id?: string;
  readonly before: string;
}

/** States of a draft take 75 KB: those of the drafts asked about last are kept. */
const MOST_DRAFTS = 4;
/** Characters read within an answer, and in one piece of work ahead: some 15 µs each. */
const AT_ONCE = 24;
const AHEAD = 16;

/** @param kernelOf makes the kernel that multiplies, with so many bytes of memory */
export function createLanguageModel(weights: ModelWeights, kernelOf: (memoryBytes: number) => Kernel): LanguageModel {
  const network = createNetwork(weights, kernelOf);
  const letters = createLetters(weights.alphabet);
  const scoreTexts = createScoreTexts(network, letters);
  /** Least lately asked about first. */
  const readings = new Map<string, Reading>();
  function readingOf({ id = '' }: ReadDraft): Reading {
    const reading = readings.get(id) ?? createReading(network, letters);
    readings.delete(id); // to come back as the newest
    readings.set(id, reading);
    if (readings.size > MOST_DRAFTS) readings.delete(readings.keys().next().value!);
    return reading;
  }
  return {
    advise(draft, texts) {
      const state = readingOf(draft).state(draft.before, AT_ONCE);
      if (!state) return undefined;
      return scoreTexts(state, draft.before.slice(-1), texts);
    },
    prepare: draft => readingOf(draft).state(draft.before, AHEAD) === undefined,
  };
}
