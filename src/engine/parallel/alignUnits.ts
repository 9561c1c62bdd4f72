import { type Column, columnsOf, joinColumns } from './columns';
import type { MatchTokens } from './matchTokens';
import { balanceOf, weightOfColumns } from './shape';
import type { Aligned } from './sharedRuns';
import { weightOf } from './structuralWords';
import type { Tokens } from './tokens';
import { startOf, textBefore, type Unit } from './unit';
import { isVariation } from './variation';

/** Units aligned with one another, clause by clause, as far as they agree. */
export interface Alignment {
  readonly units: readonly Unit[];
  /** How many clauses of each unit are covered, from the first. */
  readonly clauses: number;
  /** Without the numbers of the units. */
  readonly columns: readonly Column[];
  readonly weight: number;
}

/** A clause without shared wording may still be a member's part: 四字 beside 四字; behind a number, where members are sure, about as long. */
const LONGEST_BARE_SLOT = 8;
const LONGEST_NUMBERED_SLOT = 14;
const NUMBERED_BALANCE = 0.7;
const identity = Array.from({ length: 256 }, (_, token) => token);

function alignClause(units: readonly Unit[], index: number, match: MatchTokens): Column[] | null {
  const members = units.map(({ clauses }) => clauses[index]!.tokens);
  // What is too long to compare whole is not compared at all.
  if (members.some(({ text }, member) => text.length < units[member]!.clauses[index]!.length)) return null;
  const [first, ...others] = members;
  const aligned: Aligned = { members, partners: [identity, ...others.map(other => match(first!, other))] };
  const columns = weightShared(aligned) < LEAST_WEIGHT ? null : columnsOf(aligned);
  if (columns && holds(columns, members, index === 0)) return columns;
  const bare = members.map(({ text }) => text);
  return isBareSlot(
    bare.map(({ length }) => length),
    units[0]!.marker !== undefined,
  )
    ? [bare]
    : null;
}

function isBareSlot(lengths: readonly number[], numbered: boolean): boolean {
  const longest = Math.max(...lengths);
  if (numbered) return longest <= LONGEST_NUMBERED_SLOT && balanceOf(lengths) >= NUMBERED_BALANCE;
  return longest <= LONGEST_BARE_SLOT && longest === Math.min(...lengths);
}

/** Weight of all tokens that are matched in every member, those matched by chance included. */
function weightShared({ members, partners }: Aligned): number {
  const shared = members[0]!.ids.filter((_, token) => partners.every(partner => partner[token]! >= 0));
  return shared.reduce((sum, id) => sum + weightOf(id), 0);
}

/** Least weight that clauses must share to be parallel; less is chance. */
const LEAST_WEIGHT = 0.8;

/**
 * Is what the members of a clause share enough to call them parallel? Behind the first clause it must also be shared at about the
 * same places, for chance is met with there more often.
 */
function holds(columns: readonly Column[], members: readonly Tokens[], isFirst: boolean): boolean {
  const weight = weightOfColumns(columns);
  const even = columns.every(
    column => typeof column === 'string' || isVariation(column) || balanceOf(column.map(text => text.length)) >= 0.5,
  );
  if (weight >= 1.5) return isFirst || even;
  return weight >= LEAST_WEIGHT && balanceOf(members.map(({ text }) => text.length)) >= 0.75;
}

/** What stands before a clause of the units: part of the fixed wording, so the same in all. */
function joints(units: readonly Unit[], index: number): Column | null {
  const before = units.map(unit => textBefore(unit, index));
  if (before.every(text => text === before[0])) return before[0]!;
  return index === 0 ? before : null;
}

/**
 * Aligns units with one another. Covers the clauses from the first on that agree; clauses that share no wording
 * but their length count where one that shares wording follows. `null` where not even the first clauses agree.
 */
export function alignUnits(units: readonly Unit[], match: MatchTokens): Alignment | null {
  const most = Math.min(...units.map(({ clauses }) => clauses.length));
  const columns: Column[] = [];
  let covered = 0;
  let coveredColumns = 0;
  for (let index = 0; index < most; index++) {
    const joint = joints(units, index);
    const own = joint === null ? null : alignClause(units, index, match);
    if (joint === null || own === null) break;
    columns.push(joint, ...own);
    if (own.length === 1 && typeof own[0] !== 'string') continue;
    covered = index + 1;
    coveredColumns = columns.length;
  }
  if (covered === 0) return null;
  const joined = joinColumns(columns.slice(0, coveredColumns).filter(column => column !== ''));
  return { units, clauses: covered, columns: joined, weight: weightOfColumns(joined) };
}

/** The text a unit has in an alignment: [start, end) in its paragraph. */
export function spanOf(unit: Unit, clauses: number): { readonly start: number; readonly end: number } {
  return { start: startOf(unit), end: unit.clauses[clauses - 1]!.end };
}
