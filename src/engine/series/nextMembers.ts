import { mineClauses } from '../mining/mineClauses';
import { parseMarker } from '../outline/marker';
import type { Clause } from '../parallel/clause';
import { cutClauses, sentencesOf } from '../parallel/cutClauses';
import type { Unit } from '../parallel/unit';
import { type Begun, begunAmong } from './begun';
import { chainedPieces } from './chainedPieces';
import type { DraftTail } from './draftTail';
import type { MemberLevel } from './isClear';
import { lastPartStart } from './lastPart';
import { memberUnit } from './memberUnit';
import { numberedSeries } from './numbered';
import { oneMember, sameShape } from './oneMember';

/** A member that the draft's own parallel structure asks for at the cursor. */
export interface NextMember extends Begun {
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
function withoutWording(units: readonly Unit[]): Begun | null {
  return units.length > 1 ? sameShape(units.slice(-2)) : oneMember(units[0]!);
}

function numbered(tail: DraftTail): NextMember[] {
  return numberedSeries(tail).flatMap(({ units, level, marker, typed }): NextMember[] => {
    const recent = units.slice(-MOST_UNITS);
    const begun = begunAmong(recent, level, { reach: 1, maybe: () => true }) ?? withoutWording(recent);
    return begun ? [{ ...begun, level: 'numbered', marker, typed }] : [];
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
  const units = above.slice(-MOST_UNITS).flatMap(text => (parseMarker(text) ? [] : (memberUnit(text) ?? [])));
  const begun = begunAmong(units, 'paragraph', { reach: REACH, maybe: opensAlike });
  return begun ? [{ ...begun, level: 'paragraph', marker: '', typed: line }] : [];
}

/** Longer ones are not built in parallel. UTF-16 code units. */
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
  const end = lastPartStart(line);
  const place = { paragraph: 0, source: line.slice(0, end) };
  const units = sentencesOf(cutClauses(place, 2, Math.max(0, end - SENTENCES_REACH)))
    .slice(-MOST_UNITS)
    .map((clauses): Unit => ({ ...place, clauses }))
    .filter(({ clauses }) => clauses.at(-1)!.end - clauses[0]!.start <= LONGEST_SENTENCE);
  const begun = begunAmong(units, 'sentence', { reach: REACH, maybe: sentencesAlike });
  return begun ? [{ ...begun, level: 'sentence', marker: '', typed: line.slice(end) }] : [];
}

/** So much of a sentence is looked at for parallel clauses, from its end. UTF-16 code units. */
const CLAUSES_REACH = 96;
/** Of a member with commas inside, so many clauses may be typed already. */
const MOST_TYPED = 2;

/** Clauses of the cursor's sentence, told apart by commas, or by enumeration commas. */
function clauses({ line }: DraftTail): NextMember[] {
  const sentence = line.slice(Math.max(lastPartStart(line), line.length - CLAUSES_REACH));
  for (const mark of ['，', '、']) {
    let end = sentence.lastIndexOf(mark) + 1;
    for (let typed = 0; end > 1 && typed < MOST_TYPED; typed++) {
      const begun = begunClauses(sentence.slice(0, end), mark);
      if (begun) return [{ ...begun, level: 'clause', marker: '', typed: sentence.slice(end) }];
      end = sentence.lastIndexOf(mark, end - 2) + 1;
    }
  }
  return [];
}

function begunClauses(source: string, mark: string): Begun | null {
  const place = { paragraph: 0, source };
  const own = cutClauses(place, mark === '、' ? 1 : 2);
  const last = own.at(-1);
  if (!last) return null;
  const [found] = mineClauses(place, own)
    .filter(({ places, joint }) => joint === mark && places.at(-1)!.end === last.end)
    .sort((a, b) => b.places.length - a.places.length);
  if (!found) return oneMember({ ...place, clauses: [last] });
  return { pieces: chainedPieces(found), members: found.places.map(({ start, end }) => source.slice(start, end)) };
}

/** What the draft's parallel structures ask for at the cursor, the nearest first. `一是抓早，解决慢的问题；|` */
export function nextMembers(tail: DraftTail): NextMember[] {
  return [...numbered(tail), ...clauses(tail), ...sentences(tail), ...paragraphs(tail)];
}
