/** One item of a list. `推动高|` → `{ text: '高质量发展', replace: 1 }`: it stands for the last `replace` code units. */
export interface Suggestion {
  readonly text: string;
  readonly replace: number;
}

/** A way of completing, as the evaluation asks it. */
export interface Predictor {
  readonly name: string;
  /** How much of the corpus it was given, UTF-16: slow ones get less. */
  readonly characters: number;
  /** Asked at every so manieth position only, where it is too slow for all. */
  readonly every: number;
  /** What it does between two keys, if anything: not part of the time of an answer. */
  prepare?(before: string): void;
  /** What may follow the draft, best first. Asked in the order of typing. */
  predict(before: string, limit: number): readonly Suggestion[];
}

/** What comes after the last line break: `…\n推动高|` → `推动高`. */
export function currentLine(before: string): string {
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** What comes after the last mark: `…，推动高|` → `推动高`. */
export function currentClause(before: string): string {
  return /[^\p{P}\s]*$/u.exec(currentLine(before).slice(-40))?.[0] ?? '';
}
