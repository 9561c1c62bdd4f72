import { type Alignment, alignUnits } from '../parallel/alignUnits';
import type { Clause, Source } from '../parallel/clause';
import { growRun, isFull, MOST_MEMBERS } from '../parallel/growRun';
import type { MatchTokens } from '../parallel/matchTokens';
import { type Parallelism, parallelismOf, strengthOf } from '../parallel/parallelism';
import { isHead, isStructural } from '../parallel/structuralWords';
import type { Unit } from '../parallel/unit';
import type { Steps } from '../steps';

/** Units of so many clauses: 要想群众听话，首先干部得像话 is one of two. */
const LONGEST_PERIOD = 3;
/** Clauses looked at in one step: each is aligned with a dozen others at most. */
const IN_A_STEP = 16;
/** Characters of a clause at most: longer ones are not built in parallel. */
const LONGEST_CLAUSE = 48;

/** Could two clauses belong together? They begin alike, end alike, or have the same characters at the same places; of joints one is enough. */
function alike(a: Clause, b: Clause): boolean {
  const [shorter, longer] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (longer > LONGEST_CLAUSE || shorter * 2 + 2 < longer) return false;
  if (a.head === b.head || a.codeAt(a.length - 1) === b.codeAt(b.length - 1)) return true;
  if (a.length !== b.length) return false;
  let same = 0;
  for (let i = 0; i < a.length; i++) if (a.codeAt(i) === b.codeAt(i)) same += isStructural(a.codeAt(i)) ? 2 : 1;
  return same >= 2;
}

/**
 * The clause without what leads up to the structure: 我们要把实事做好，把难事做细 gives 把实事做好, because the next begins so.
 * `null` where it leads up to nothing.
 */
function withoutLeadIn(clause: Clause, next: Clause): Clause | null {
  if (clause.length > LONGEST_CLAUSE || clause.head === next.head) return null;
  const { ids, offsets } = clause.tokens;
  const at = ids.lastIndexOf(next.head);
  if (at <= 0 || !(isHead(next.head) || ids[at + 1] === next.tokens.ids[1])) return null;
  return clause.from(offsets[at]!);
}

/** Could the `period` clauses from `start` on be parallel to those behind them, but for the first? */
function mayGoOn(clauses: readonly Clause[], start: number, period: number): boolean {
  for (let i = start + 1; i < start + period; i++) {
    const [a, b] = [clauses[i]!, clauses[i + period]!];
    if (a.length !== b.length && !alike(a, b)) return false;
  }
  return true;
}

/** The chunks of `period` clauses from `start` on, `count` at most, as units; the first begins with `head`. */
function chunks(
  { paragraph, source }: Source,
  clauses: readonly Clause[],
  start: number,
  period: number,
  head: Clause,
  count: number,
): Unit[] {
  const units: Unit[] = [];
  for (let from = start; from + period <= clauses.length && units.length < count; from += period) {
    const own = clauses.slice(from, from + period);
    if (from === start) own[0] = head;
    units.push({ paragraph, source, clauses: own });
  }
  return units;
}

/** 抓大事、抓要事、抓全局、抓关键 is four members of one clause, not two of two. */
const OF_ITSELF = 0.7;
function isParallelInside({ units, weight }: Alignment, match: MatchTokens): boolean {
  const { clauses, ...place } = units[1]!;
  if (clauses.length === 1) return false;
  const inside = alignUnits(
    clauses.map(clause => ({ ...place, clauses: [clause] })),
    match,
  );
  return inside !== null && inside.weight * clauses.length >= weight * OF_ITSELF;
}

const neighbours = {
  reach: 1,
  whole: true,
  maybe: ({ clauses: [a] }: Unit, { clauses: [b] }: Unit) => alike(a!, b!),
};

/** What was found at a clause, and how many clauses need not be looked at again. */
interface Tried {
  readonly found: Parallelism | null;
  readonly clauses: number;
}

/** Where the first member may begin: with its clause; where it has the head of the next; as far back as the next is long. */
function beginnings(first: Clause, second: Clause): readonly (Clause | null)[] {
  const lead = first.length - second.length;
  const tail = lead > 0 && first.length <= LONGEST_CLAUSE ? first.from(lead) : null;
  return [first, withoutLeadIn(first, second), tail];
}

const BY_LENGTH = 2;
const NOTHING: Tried = { found: null, clauses: 1 };

function tryFrom(place: Source, clauses: readonly Clause[], start: number, period: number, match: MatchTokens): Tried {
  const options = { ...neighbours, match };
  const second = clauses[start + period]!;
  let best = NOTHING;
  if (!mayGoOn(clauses, start, period)) return best;
  for (const [i, head] of beginnings(clauses[start]!, second).entries()) {
    if (!head || !alike(head, second)) continue;
    // Length alone may cut a word in two: it decides only where nothing else does, or for a chain with a loose first end.
    if (i === BY_LENGTH && best.found && best.found.level !== 'chain') continue;
    if (!growRun(chunks(place, clauses, start, period, head, 2), 0, options)) continue;
    const run = growRun(chunks(place, clauses, start, period, head, MOST_MEMBERS), 0, options)!;
    const joint = clauses[start + period - 1]!.mark;
    const found = isParallelInside(run.alignment, match) ? null : parallelismOf(run.alignment, 'clause', joint);
    const isBetter = found && (!best.found || strengthOf(found) > strengthOf(best.found));
    if (isBetter || (!best.found && isFull(run))) best = { found, clauses: run.indexes.length * period };
  }
  return best;
}

/**
 * Parallel clauses of one sentence, neighbours all of them: 把方便群众的实事做好，把解决群众的难事做细. Structures of one clause,
 * of two and of three are looked for; they may overlap. A little at a time: a sentence may be as long as the text.
 */
export function* mineClauseSteps(place: Source, clauses: readonly Clause[], match: MatchTokens): Steps<Parallelism[]> {
  const all: Parallelism[] = [];
  let looks = 0;
  for (let period = 1; period <= LONGEST_PERIOD; period++) {
    for (let start = 0; start + 2 * period <= clauses.length; ) {
      const tried = tryFrom(place, clauses, start, period, match);
      if (tried.found) all.push(tried.found);
      start += tried.clauses;
      if (++looks % IN_A_STEP === 0) yield;
    }
  }
  return all;
}
