import type { Clause, Source } from '../parallel/clause';
import { type GrowOptions, growRun, isFull, MOST_MEMBERS } from '../parallel/growRun';
import type { MatchTokens } from '../parallel/matchTokens';
import { type Parallelism, parallelismOf } from '../parallel/parallelism';
import type { Unit } from '../parallel/unit';
import type { Steps } from '../steps';

/** How many sentences may stand between two members, elaborating the first. */
const SENTENCE_REACH = 6;
const PARAGRAPH_REACH = 4;
/** Units looked at in one step: each is aligned with a few dozen others at most. */
const IN_A_STEP = 16;
/** First clauses longer than this are compared by their beginnings only through a marker. */
const LONGEST_SENTENCE = 120;
/** A dateline, or 强调 and the like at the end of the first clause: the report goes on, no structure. */
const ATTRIBUTION =
  /^(?:本报|本台|新华社|人民网|据)|(?:指出|强调|认为|表示|要求|提出|介绍|报道|写道|说道?|看到|了解到|获悉)[，：“]*$/;

function lengthOf({ clauses }: Unit): number {
  return clauses.at(-1)!.end - clauses[0]!.start;
}

function beginsAlike({ clauses: [a] }: Unit, { clauses: [b] }: Unit): boolean {
  return a!.head === b!.head;
}

function sharesTwoTokens({ clauses: a }: Unit, { clauses: b }: Unit, clause: number): boolean {
  const [left, right] = [a[clause], b[clause]];
  return left?.head === right?.head && left !== undefined && left.tokens.ids[1] === right!.tokens.ids[1];
}

/** For paragraphs, which are many and far apart: two tokens, be it behind a clause of the same length (对党忠诚，就要像…那样). */
function opensAlike(a: Unit, b: Unit): boolean {
  if (sharesTwoTokens(a, b, 0)) return true;
  return a.clauses[0]!.length === b.clauses[0]!.length && sharesTwoTokens(a, b, 1);
}

function endsAlike({ clauses: a }: Unit, { clauses: b }: Unit): boolean {
  const left = a.at(-1)!;
  const right = b.at(-1)!;
  return a.length === b.length && left.codeAt(left.length - 1) === right.codeAt(right.length - 1);
}

/** 产业旺不旺，要看… and 环境美不美，要看… have clauses of the same lengths. */
function hasSameLengths({ clauses: a }: Unit, { clauses: b }: Unit): boolean {
  return a.length > 1 && a.length === b.length && a.every((clause, i) => clause.length === b[i]!.length);
}

function isAttribution({ clauses }: Unit): boolean {
  return ATTRIBUTION.test(clauses[0]!.text);
}

/** Runs among units that may have others between them; no unit is in two. */
function* mineUnits(
  units: readonly Unit[],
  level: 'sentence' | 'paragraph',
  options: GrowOptions,
): Steps<Parallelism[]> {
  const done = new Set<Unit>();
  const all: Parallelism[] = [];
  for (let from = 0; from < units.length - 1; from++) {
    if (from % IN_A_STEP === IN_A_STEP - 1) yield;
    if (done.has(units[from]!)) continue;
    const open = units.slice(from, from + MOST_MEMBERS * options.reach).filter(unit => !done.has(unit));
    const run = growRun(open, 0, options);
    if (!run) continue;
    const joint = level === 'paragraph' ? '\n' : units[from]!.clauses.at(-1)!.mark || '。';
    const found = parallelismOf(run.alignment, level, joint);
    if (found) all.push(found);
    if (found || isFull(run)) for (const unit of run.alignment.units) done.add(unit);
  }
  return all;
}

/** Parallel sentences of a paragraph, or parts between semicolons; others may stand between them. */
export function mineSentences(
  { paragraph, source }: Source,
  sentences: readonly Clause[][],
  match: MatchTokens,
): Steps<Parallelism[]> {
  const units = sentences
    .map((clauses): Unit => ({ paragraph, source, clauses }))
    .filter(unit => lengthOf(unit) <= LONGEST_SENTENCE && !isAttribution(unit));
  const maybe = (a: Unit, b: Unit) => beginsAlike(a, b) || endsAlike(a, b) || hasSameLengths(a, b);
  return mineUnits(units, 'sentence', { reach: SENTENCE_REACH, maybe, match });
}

/** Paragraphs that open alike; others may stand between them. `openings`: the first sentence of each. */
export function mineParagraphs(openings: readonly Unit[], match: MatchTokens): Steps<Parallelism[]> {
  const units = openings.filter(unit => !isAttribution(unit));
  return mineUnits(units, 'paragraph', { reach: PARAGRAPH_REACH, maybe: opensAlike, match });
}
