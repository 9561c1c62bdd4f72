import { type Alignment, alignUnits } from './alignUnits';
import type { MatchTokens } from './matchTokens';
import { isSameText, type Unit } from './unit';

/** Which units may stand in one run. */
export interface GrowOptions {
  /** How far the next member may be behind the last: 1 for neighbours. */
  readonly reach: number;
  /** All clauses of every unit must be covered, rather than just the first. */
  readonly whole?: boolean;
  /** A cheap test that two units may be parallel. */
  readonly maybe: (a: Unit, b: Unit) => boolean;
  readonly match: MatchTokens;
}

/** Parallel units, and which of the units they were looked for in. */
export interface Run {
  readonly alignment: Alignment;
  /** Ascending. */
  readonly indexes: readonly number[];
}

/** Members of a run at most: longer lists are data, not speech. */
export const MOST_MEMBERS = 12;
/** How many times better a run must be for units to be passed over. */
const WORTH_SKIPPING = 1.2;
/** Share of its weight that a run must keep when a member joins: a new member may cost the shared wording what it brings itself. */
const FAIR_SHARE = 0.95;

function isWhole({ clauses, units }: Alignment): boolean {
  return units.every(unit => unit.clauses.length === clauses);
}

/** Is the run as long as a run may be? Then its units need not be looked at again, whether it is worth anything or not. */
export function isFull({ indexes }: Run): boolean {
  return indexes.length === MOST_MEMBERS;
}

/**
 * The run of parallel units that begins with the unit at `from`, or `null`. Its second member is the nearest that fits or, where
 * that gives more, the one within reach that shares most with the first; then it takes each next unit that fits, as long as the
 * wording all share does not shrink faster than the run grows.
 */
export function growRun(units: readonly Unit[], from: number, options: GrowOptions): Run | null {
  const pairs = pairsFrom(units, from, options);
  const [nearest] = pairs;
  if (!nearest) return null;
  const closest = pairs.reduce((best, pair) => (total(pair) > total(best) ? pair : best));
  const run = extend(units, nearest, options);
  const other = closest === nearest ? run : extend(units, closest, options);
  return total(other) > total(run) * WORTH_SKIPPING ? other : run;
}

/** Is it worth aligning the two? Not where they say the same: what is only repeated is not parallel. */
function mayBeParallel(a: Unit, b: Unit, { maybe }: GrowOptions): boolean {
  return maybe(a, b) && !isSameText(a, b);
}

function pairsFrom(units: readonly Unit[], from: number, options: GrowOptions): Run[] {
  const pairs: Run[] = [];
  for (let next = from + 1; next <= from + options.reach && next < units.length; next++) {
    const pair = mayBeParallel(units[from]!, units[next]!, options) ? runOf(units, [from, next], options) : null;
    if (pair) pairs.push(pair);
  }
  return pairs;
}

function extend(units: readonly Unit[], pair: Run, options: GrowOptions): Run {
  let run = pair;
  let last = run.indexes.at(-1)!;
  for (let next = last + 1; next <= last + options.reach && next < units.length; next++) {
    if (isFull(run)) break;
    if (!mayBeParallel(units[last]!, units[next]!, options)) continue;
    const grown = runOf(units, [...run.indexes, next], options);
    if (!grown || total(grown) < total(run) * FAIR_SHARE) continue;
    run = grown;
    last = next;
  }
  return run;
}

function runOf(units: readonly Unit[], indexes: readonly number[], { whole = false, match }: GrowOptions): Run | null {
  const alignment = alignUnits(
    indexes.map(index => units[index]!),
    match,
  );
  return alignment && (!whole || isWhole(alignment)) ? { alignment, indexes } : null;
}

/** Weight of the fixed wording in all members. */
function total({ alignment, indexes }: Run): number {
  return alignment.weight * indexes.length;
}
