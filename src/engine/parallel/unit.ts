import type { Marker } from '../outline/marker';
import type { Clause } from './clause';

/** What may be a member of a parallel structure: some clauses in a row of one paragraph, with its number where it has one. */
export interface Unit {
  /** 0-based, and its text. */
  readonly paragraph: number;
  readonly source: string;
  /** One at least. */
  readonly clauses: readonly Clause[];
  readonly marker?: Marker;
}

/** Where the unit begins in its paragraph, its number included. */
export function startOf({ marker, clauses }: Unit): number {
  return marker?.start ?? clauses[0]!.start;
}

/** What stands in the paragraph before a clause of the unit, back to the one before it (or to the number). */
export function textBefore({ source, clauses, marker }: Unit, index: number): string {
  const clause = clauses[index]!;
  const before = index > 0 ? clauses[index - 1]!.end : (marker?.end ?? clause.start);
  return source.slice(before, clause.start);
}

/** Have the units the same text, clause by clause? */
export function isSameText({ clauses: a }: Unit, { clauses: b }: Unit): boolean {
  return a.length === b.length && a.every((clause, i) => clause.length === b[i]!.length && clause.text === b[i]!.text);
}
