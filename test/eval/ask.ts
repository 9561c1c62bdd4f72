import type { HeldPassage } from './heldOut';
import { currentLine, type Predictor, type Suggestion } from './predictor';

/** What a predictor answered at one place of a passage. */
export interface Answer {
  readonly items: number;
  /** The longest right item that adds two code units at least. */
  readonly right: RightItem | null;
  readonly elapsedMs: number;
}

export interface RightItem {
  /** What it adds at the cursor. */
  readonly added: string;
}

/** For each passage: by offset in its text, what was answered there; null where nothing was asked. */
export type Answers = readonly (readonly (Answer | null)[])[];

/** Less is as fast typed as chosen. */
const LEAST_ADDED = 2;

/**
 * Asks at every place of every passage where a list could open, as if all were typed by hand: so that all predictors
 * are asked at the same places. `predictor.every` thins the places out.
 */
export function askEverywhere(predictor: Predictor, passages: readonly HeldPassage[], top: number): Answers {
  let places = 0;
  return passages.map(passage =>
    Array.from({ length: passage.text.length }, (_, at) =>
      canOpen(passage, at) && places++ % predictor.every === 0 ? ask(predictor, passage, at, top) : null,
    ),
  );
}

/** Does a writer get a list there? Not before the first character, and not where too little of the line is left. */
export function canOpen({ text }: HeldPassage, at: number): boolean {
  return at > 0 && restOfLine(text, at).length >= LEAST_ADDED;
}

/** Asks what comes after the first `at` code units of a passage. */
export function ask(predictor: Predictor, { before, text }: HeldPassage, at: number, top: number): Answer {
  const draft = before + text.slice(0, at);
  predictor.prepare?.(draft);
  const started = performance.now();
  const items = predictor.predict(draft, top).slice(0, top);
  const elapsedMs = performance.now() - started;
  return { items: items.length, right: longestRight(items, currentLine(draft), restOfLine(text, at)), elapsedMs };
}

/** What a passage has from a place to the end of its line. */
export function restOfLine(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}

/** The longest of the items that is right, and adds two code units at least. */
export function longestRight(items: readonly Suggestion[], line: string, truth: string): RightItem | null {
  let right: RightItem | null = null;
  for (const { text, replace } of items) {
    const typed = line.slice(line.length - Math.min(replace, line.length));
    if (!text.startsWith(typed)) continue;
    const added = text.slice(typed.length);
    if (added.length < LEAST_ADDED || !truth.startsWith(added)) continue;
    if (added.length > (right?.added.length ?? 0)) right = { added };
  }
  return right;
}
