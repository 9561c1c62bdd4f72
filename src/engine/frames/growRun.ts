import { type Alignment, alignUnits } from './alignUnits';
import type { Unit } from './unit';

export interface GrowOptions {
  /** How far the next member may be behind the last: 1 for neighbours. */
  readonly reach: number;
  /** All clauses of every unit must be covered, rather than just the first. */
  readonly whole?: boolean;
  /** A cheap test that two units may be parallel. */
  readonly maybe: (a: Unit, b: Unit) => boolean;
}

/** Parallel units, and which of the units they were looked for in. */
export interface Run {
  readonly alignment: Alignment;
  /** Ascending. */
  readonly indexes: readonly number[];
}

/** More members than any list in a speech: what goes on and on is data. */
export const MOST_MEMBERS = 12;
/** A new member may cost the fixed wording only what it brings itself. */
const FAIR_SHARE = 0.95;

function isWhole({ clauses, units }: Alignment): boolean {
  return units.every(unit => unit.clauses.length === clauses);
}

/**
 * The run of parallel units that begins with the unit at `from`, or `null`. It takes each next unit that fits, as long as the
 * wording all share does not shrink faster than the run grows.
 */
export function growRun(
  units: readonly Unit[],
  from: number,
  { reach, whole = false, maybe }: GrowOptions,
): Run | null {
  let run: Run | null = null;
  let last = from;
  for (let next = from + 1; next <= last + reach && next < units.length; next++) {
    if (!maybe(units[last]!, units[next]!)) continue;
    const indexes: readonly number[] = [...(run?.indexes ?? [from]), next];
    const alignment = alignUnits(indexes.map(index => units[index]!));
    if (!alignment || (whole && !isWhole(alignment))) continue;
    if (run && alignment.weight * indexes.length < run.alignment.weight * run.indexes.length * FAIR_SHARE) continue;
    run = { alignment, indexes };
    last = next;
    if (indexes.length === MOST_MEMBERS) break;
  }
  return run;
}
