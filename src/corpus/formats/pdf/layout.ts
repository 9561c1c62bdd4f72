/** Lengths on a page, in points; y grows downward. */

/** Some text as the page draws it: a character, a word, a line. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly y: number;
  readonly size: number;
}

/** A run of text without a wide gap in it: a line, a part of a line, a cell of a table. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
  /** Of the type. */
  readonly size: number;
}

/** The fragments that stand side by side in one column. */
export interface Row {
  readonly cells: readonly Fragment[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Rows that are read one after the other, and the margins they are set in. */
export interface Column {
  readonly rows: readonly Row[];
  readonly left: number;
  readonly right: number;
  /** 0-based. */
  readonly page: number;
}

/** A page with its text in runs, in the order in which it draws them; `number` 0-based. */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
}

/** The middle one of numbers; 0 where there are none. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

/** The number that `share` (0 to 1) of the numbers do not exceed. */
export function percentile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) return 0;
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** The size that most characters are set in. */
export function bodySize(fragments: Iterable<{ readonly text: string; readonly size: number }>): number {
  const characters = new Map<number, number>();
  for (const { text, size } of fragments) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].reduce((best, next) => (next[1] > best[1] ? next : best), [10.5, 0] as const)[0];
}
