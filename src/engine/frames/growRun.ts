import { type Alignment, alignUnits } from './alignUnits';
import { isSameText, type Unit } from './unit';

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
/** The nearer unit becomes the second member unless a farther one shares so much more. */
const WORTH_SKIPPING = 1.25;
/** A new member may cost the fixed wording only what it brings itself. */
const FAIR_SHARE = 0.95;

function isWhole({ clauses, units }: Alignment): boolean {
  return units.every(unit => unit.clauses.length === clauses);
}

/** As long as a run may be: what is in it need not be looked at again, whether it is worth anything or not. */
export function isFull({ indexes }: Run): boolean {
  return indexes.length === MOST_MEMBERS;
}

/**
 * The run of parallel units that begins with the unit at `from`, or `null`. Its second member is the one within reach that shares
 * most with the first; then it takes each next unit that fits, as long as the wording all share does not shrink faster than the
 * run grows.
 */
export function growRun(units: readonly Unit[], from: number, options: GrowOptions): Run | null {
  let run = bestPair(units, from, options);
  if (!run) return null;
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

/** What is only repeated is not parallel. */
function mayBeParallel(a: Unit, b: Unit, { maybe }: GrowOptions): boolean {
  return maybe(a, b) && !isSameText(a, b);
}

function bestPair(units: readonly Unit[], from: number, options: GrowOptions): Run | null {
  let best: Run | null = null;
  for (let next = from + 1; next <= from + options.reach && next < units.length; next++) {
    const pair = mayBeParallel(units[from]!, units[next]!, options) ? runOf(units, [from, next], options) : null;
    if (pair && (!best || total(pair) > total(best) * WORTH_SKIPPING)) best = pair;
  }
  return best;
}

function runOf(units: readonly Unit[], indexes: readonly number[], { whole = false }: GrowOptions): Run | null {
  const alignment = alignUnits(indexes.map(index => units[index]!));
  return alignment && (!whole || isWhole(alignment)) ? { alignment, indexes } : null;
}

/** Weight of the fixed wording in all members. */
function total({ alignment, indexes }: Run): number {
  return alignment.weight * indexes.length;
}
