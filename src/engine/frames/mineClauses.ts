import { type Alignment, alignUnits, tokensOf } from './alignUnits';
import { type Clause, depthOf, type Source } from './clauses';
import type { Found } from './found';
import { foundOf } from './foundOf';
import { growRun, MOST_MEMBERS } from './growRun';
import { isHead } from './structuralWords';
import type { Unit } from './unit';

/** Units of so many clauses: 要想群众听话，首先干部得像话 is one of two. */
const LONGEST_PERIOD = 3;
/** Longer clauses are not built in parallel. */
const LONGEST_CLAUSE = 48;

/** Could two clauses belong together? They begin alike, end alike, or have the same characters at the same places. */
function alike(a: Clause, b: Clause): boolean {
  const { text: left } = a;
  const { text: right } = b;
  const [shorter, longer] = left.length < right.length ? [left.length, right.length] : [right.length, left.length];
  if (longer > LONGEST_CLAUSE || shorter * 2 + 2 < longer) return false;
  if (left[0] === right[0] || tokensOf(a).ids[0] === tokensOf(b).ids[0]) return true;
  if (left[left.length - 1] === right[right.length - 1]) return true;
  if (left.length !== right.length) return false;
  let same = 0;
  for (let i = 0; i < left.length; i++) if (left[i] === right[i]) same++;
  return same >= 2;
}

/**
 * The clause without what leads up to the structure: 我们要把实事做好，把难事做细 gives 把实事做好, because the next begins so.
 * `null` where it leads up to nothing.
 */
function withoutLeadIn(clause: Clause, next: Clause): Clause | null {
  const [head, second] = tokensOf(next).ids;
  const { ids, offsets } = tokensOf(clause);
  const at = ids.lastIndexOf(head!);
  if (!isHead(head!) && ids[at + 1] !== second) return null;
  if (at <= 0 || clause.text.length > LONGEST_CLAUSE) return null;
  const offset = offsets[at]!;
  return { ...clause, text: clause.text.slice(offset), start: clause.start + offset };
}

/** The chunks of `period` clauses from `start` on, as units; the first of them with another first clause, if given. */
function chunks(place: Source, clauses: readonly Clause[], start: number, period: number, first?: Clause): Unit[] {
  const units: Unit[] = [];
  const end = Math.min(clauses.length, start + period * (MOST_MEMBERS + 1));
  for (let from = start; from + period <= end; from += period) {
    const own = clauses.slice(from, from + period);
    units.push({ ...place, clauses: from === start && first ? [first, ...own.slice(1)] : own });
  }
  return units;
}

/** 抓大事、抓要事、抓全局、抓关键 is four members of one clause, not two of two. */
const OF_ITSELF = 0.7;
function isParallelInside({ units, weight }: Alignment): boolean {
  const { clauses, ...place } = units[1]!;
  const inside = clauses.length > 1 ? alignUnits(clauses.map(clause => ({ ...place, clauses: [clause] }))) : null;
  return inside !== null && inside.weight * clauses.length >= weight * OF_ITSELF;
}

const whole = { reach: 1, whole: true, maybe: ({ clauses: [a] }: Unit, { clauses: [b] }: Unit) => alike(a!, b!) };

function foundFrom(place: Source, clauses: readonly Clause[], start: number, period: number): Found | null {
  const first = clauses[start]!;
  const second = clauses[start + period]!;
  const cut = tokensOf(first).ids[0] === tokensOf(second).ids[0] ? null : withoutLeadIn(first, second);
  for (const head of [undefined, cut]) {
    if (head === null || !alike(head ?? first, second)) continue;
    const run = growRun(chunks(place, clauses, start, period, head), 0, whole);
    const found =
      run &&
      foundOf(
        run.alignment,
        'clause',
        first === clauses[start + period - 1] ? first.mark : clauses[start + period - 1]!.mark,
      );
    if (found) return found;
  }
  return null;
}

/**
 * Parallel clauses of one sentence, neighbours all of them: 把方便群众的实事做好，把解决群众的难事做细. Structures of one clause,
 * of two and of three are looked for; they may overlap.
 */
export function mineClauses(place: Source, clauses: readonly Clause[]): Found[] {
  const all: Found[] = [];
  for (let period = 1; period <= LONGEST_PERIOD; period++) {
    for (let start = 0; start + 2 * period <= clauses.length; start++) {
      const found = foundFrom(place, clauses, start, period);
      if (!found) continue;
      all.push(found);
      start += found.places.length * period - 1;
    }
  }
  return all;
}

/** Clauses of a paragraph sentence by sentence: what stands between two marks deeper than a comma. */
export function sentencesOf(clauses: readonly Clause[]): Clause[][] {
  const sentences: Clause[][] = [];
  let sentence: Clause[] = [];
  for (const clause of clauses) {
    sentence.push(clause);
    if (depthOf(clause) < 3) continue;
    sentences.push(sentence);
    sentence = [];
  }
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}
