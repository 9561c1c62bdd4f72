import { mineClauses } from '../mining/mineClauses';
import { parseMarker } from '../outline/marker';
import { chainOf } from '../parallel/chain';
import type { Clause } from '../parallel/clause';
import type { Column } from '../parallel/columns';
import { cutClauses, sentencesOf } from '../parallel/cutClauses';
import type { Parallelism } from '../parallel/parallelism';
import type { Unit } from '../parallel/unit';
import { type DraftTail, sentencePartStart } from './draftTail';
import { firstSentenceUnit } from './firstSentenceUnit';
import type { MemberLevel } from './isPredictable';
import { type MemberPattern, patternAmong } from './memberPattern';
import { numberedSeries } from './numbered';
import { oneMember, sameShape } from './oneMember';

/** A member that the draft's own parallel structure asks for at the cursor. */
export interface NextMember extends MemberPattern {
  readonly level: MemberLevel;
  /** Number of the member, `''` where members have none: `三是`. */
  readonly marker: string;
  /** What the writer has typed of it, its number included. */
  readonly typed: string;
}

/** Paragraphs, and sentences of a paragraph, that are looked at; how many may stand between two members, and one more. */
const MOST_UNITS = 8;
const REACH = 3;

/** What numbered members show that have no wording in common, or of which there is only one. */
function withoutWording(units: readonly Unit[]): MemberPattern | null {
  return units.length > 1 ? sameShape(units.slice(-2)) : oneMember(units[0]!);
}

function numbered(tail: DraftTail): NextMember[] {
  return numberedSeries(tail).flatMap(({ units, level, marker, typed }): NextMember[] => {
    const recent = units.slice(-MOST_UNITS);
    const pattern = patternAmong(recent, level, { reach: 1, maybe: () => true }) ?? withoutWording(recent);
    return pattern ? [{ ...pattern, level: 'numbered', marker, typed }] : [];
  });
}

function beginsAlike({ clauses: [a] }: Unit, { clauses: [b] }: Unit): boolean {
  return a!.head === b!.head;
}

function opensAlike(a: Unit, b: Unit): boolean {
  return beginsAlike(a, b) && a.clauses[0]!.tokens.ids[1] === b.clauses[0]!.tokens.ids[1];
}

/** Paragraphs that open alike. */
function paragraphs({ above, line }: DraftTail): NextMember[] {
  const units = above.slice(-MOST_UNITS).flatMap(text => (parseMarker(text) ? [] : (firstSentenceUnit(text) ?? [])));
  const pattern = patternAmong(units, 'paragraph', { reach: REACH, maybe: opensAlike });
  return pattern ? [{ ...pattern, level: 'paragraph', marker: '', typed: line }] : [];
}

/** A sentence at most, in UTF-16 code units: longer ones are not built in parallel. */
const LONGEST_SENTENCE = 120;
const SENTENCES_REACH = 480;

function lastCode(clauses: readonly Clause[]): number {
  const last = clauses.at(-1)!;
  return last.codeAt(last.length - 1);
}

function sentencesAlike(a: Unit, b: Unit): boolean {
  return beginsAlike(a, b) || (a.clauses.length === b.clauses.length && lastCode(a.clauses) === lastCode(b.clauses));
}

/** Sentences of the cursor's paragraph, or parts between semicolons. */
function sentences({ line }: DraftTail): NextMember[] {
  const end = sentencePartStart(line);
  const place = { paragraph: 0, source: line.slice(0, end) };
  const units = sentencesOf(cutClauses(place, 2, Math.max(0, end - SENTENCES_REACH)))
    .slice(-MOST_UNITS)
    .map((clauses): Unit => ({ ...place, clauses }))
    .filter(({ clauses }) => clauses.at(-1)!.end - clauses[0]!.start <= LONGEST_SENTENCE);
  const pattern = patternAmong(units, 'sentence', { reach: REACH, maybe: sentencesAlike });
  return pattern ? [{ ...pattern, level: 'sentence', marker: '', typed: line.slice(end) }] : [];
}

/** So much of a sentence is looked at for parallel clauses, from its end. UTF-16 code units. */
const CLAUSES_REACH = 96;
/** Of a member with commas inside, so many clauses may be typed already. */
const MOST_TYPED = 2;

/** Clauses of the cursor's sentence, told apart by commas, or by enumeration commas. */
function clauses({ line }: DraftTail): NextMember[] {
  const sentence = line.slice(Math.max(sentencePartStart(line), line.length - CLAUSES_REACH));
  for (const mark of ['，', '、']) {
    let end = sentence.lastIndexOf(mark) + 1;
    for (let typed = 0; end > 1 && typed < MOST_TYPED; typed++) {
      const pattern = clausePattern(sentence.slice(0, end), mark);
      if (pattern) return [{ ...pattern, level: 'clause', marker: '', typed: sentence.slice(end) }];
      end = sentence.lastIndexOf(mark, end - 2) + 1;
    }
  }
  return [];
}

/** The columns of the next member: that of a chain begins with what the last one ends with, 听到不如看到、看到不如走到、走到不如…. */
function nextColumns({ level, columns }: Parallelism): readonly Column[] {
  const chain = level === 'chain' ? chainOf(columns) : null;
  if (!chain) return columns;
  const last = chain.findLast(column => typeof column !== 'string')!;
  return [last.at(-1)!, ...chain.slice(1)];
}

function clausePattern(source: string, mark: string): MemberPattern | null {
  const place = { paragraph: 0, source };
  const own = cutClauses(place, mark === '、' ? 1 : 2);
  const last = own.at(-1);
  if (!last) return null;
  const [found] = mineClauses(place, own)
    .filter(({ spans, joint }) => joint === mark && spans.at(-1)!.end === last.end)
    .sort((a, b) => b.spans.length - a.spans.length);
  if (!found) return oneMember({ ...place, clauses: [last] });
  return { columns: nextColumns(found), members: found.spans.map(({ start, end }) => source.slice(start, end)) };
}

/** What the draft's parallel structures ask for at the cursor, the nearest first. `一是抓早，解决慢的问题；|` */
export function nextMembers(tail: DraftTail): NextMember[] {
  return [...numbered(tail), ...clauses(tail), ...sentences(tail), ...paragraphs(tail)];
}
