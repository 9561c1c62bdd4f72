import type { Answer, Answers } from './ask';

/** A writer types a passage and takes the longest right item wherever there is one. */
export interface Typing {
  readonly keystrokes: number;
  readonly characters: number;
  /** The places where a list was asked for, in order. */
  readonly requests: readonly TypedRequest[];
}

export interface TypedRequest extends Answer {
  readonly passage: number;
  readonly offset: number;
}

/** Walks through the answers the way a writer would: a character or an accepted item is one keystroke. */
export function typeThrough(answers: Answers): Typing {
  const requests: TypedRequest[] = [];
  let keystrokes = 0;
  let characters = 0;
  answers.forEach((places, passage) => {
    characters += places.length;
    for (let offset = 0; offset < places.length; keystrokes++) {
      const answer = places[offset];
      if (answer) requests.push({ ...answer, passage, offset });
      offset += answer?.right?.added.length ?? 1;
    }
  });
  return { keystrokes, characters, requests };
}

/** What lists of answers are worth; shares of 1. */
export interface Worth {
  readonly asked: number;
  /** Answered by at least one item. */
  readonly shown: number;
  /** With a right item. */
  readonly hit: number;
  /** Of those shown: without a right item. */
  readonly useless: number;
}

export function worthOf(answers: readonly Answer[]): Worth {
  const asked = answers.length;
  const shown = answers.filter(({ items }) => items > 0).length;
  const hit = answers.filter(({ right }) => right !== null).length;
  return { asked, shown: share(shown, asked), hit: share(hit, asked), useless: share(shown - hit, shown) };
}

export function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
