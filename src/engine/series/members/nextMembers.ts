import { mineClauseSteps } from '../../mining/mineClauses';
import { parseMarker } from '../../outline/marker';
import { chainOf } from '../../parallel/chain';
import type { Clause } from '../../parallel/clause';
import type { Column } from '../../parallel/columns';
import { cutClauses, sentencesOf } from '../../parallel/cutClauses';
import { createMatcher, type MatchTokens } from '../../parallel/matchTokens';
import type { Parallelism } from '../../parallel/parallelism';
import type { Unit } from '../../parallel/unit';
import { finish } from '../../steps';
import { type DraftTail, sentencePartStart } from '../draftTail';
import { firstSentenceUnit } from './firstSentenceUnit';
import type { MemberLevel } from './isPredictable';
import { type MemberPattern, patternAmong } from './memberPattern';
import { numberedSeries } from './numbered';
import { oneMember, sameShape } from './oneMember';
import { sharedEdges } from './sharedEdges';

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

/** So much must open members that are numbered, and sentences that are not. UTF-16 code units. */
const LEAST_NUMBERED = 1;
const LEAST_SENTENCE = 2;
/** UTF-16 code units. */
const LONGEST_LEAD_IN = 6;

/** What numbered members show that have no wording in common, or of which there is only one. */
function withoutWording(units: readonly Unit[]): MemberPattern | null {
  if (units.length === 1) return oneMember(units[0]!);
  return sameShape(units.slice(-2)) ?? sharedEdges(units, { opening: LEAST_NUMBERED });
}

function numbered(tail: DraftTail, match: MatchTokens): NextMember[] {
  return numberedSeries(tail).flatMap(({ units, level, marker, typed }): NextMember[] => {
    const recent = units.slice(-MOST_UNITS);
    const pattern = patternAmong(recent, level, { reach: 1, maybe: () => true, match }) ?? withoutWording(recent);
    return pattern ? [{ ...pattern, level: 'numbered', marker, typed }] : [];
  });
}

function beginsAlike({ clauses: [a] }: Unit, { clauses: [b] }: Unit): boolean {
  return a!.head === b!.head;
}

/** Two tokens are the same, of the first clause or, where its one word differs, of the second: 抓招商，必须紧盯…, 抓项目，必须紧盯…. */
function opensAlike(a: Unit, b: Unit): boolean {
  return beginsAlike(a, b) && (second(a, 0) === second(b, 0) || sharesSecondClause(a, b));
}

function second({ clauses }: Unit, clause: number): number | undefined {
  return clauses[clause]?.tokens.ids[1];
}

/** An opening of one word more or less may differ in length by so much. UTF-16 code units. */
const WORD = 2;

function sharesSecondClause(a: Unit, b: Unit): boolean {
  const [left, right] = [a.clauses[1], b.clauses[1]];
  if (!left || left.head !== right?.head || second(a, 1) !== second(b, 1)) return false;
  return Math.abs(a.clauses[0]!.length - b.clauses[0]!.length) <= WORD;
}

/** Paragraphs that open alike. */
function paragraphs({ above, line }: DraftTail, match: MatchTokens): NextMember[] {
  const units = above.slice(-MOST_UNITS).flatMap(text => (parseMarker(text) ? [] : (firstSentenceUnit(text) ?? [])));
  const options = { reach: REACH, maybe: opensAlike, match };
  // In a draft they are few and near, so what makes parallel sentences makes parallel paragraphs, too.
  const pattern =
    patternAmong(units, 'paragraph', options) ??
    patternAmong(units, 'sentence', options) ??
    sharedEdges(units, { opening: LEAST_NUMBERED, clauses: 2 });
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
function sentences({ line }: DraftTail, match: MatchTokens): NextMember[] {
  const end = sentencePartStart(line);
  const place = { paragraph: 0, source: line.slice(0, end) };
  const units = sentencesOf(cutClauses(place, 2, Math.max(0, end - SENTENCES_REACH)))
    .slice(-MOST_UNITS)
    .map((clauses): Unit => ({ ...place, clauses }))
    .filter(({ clauses }) => clauses.at(-1)!.end - clauses[0]!.start <= LONGEST_SENTENCE);
  const typed = line.slice(end);
  const pattern =
    patternAmong(units, 'sentence', { reach: REACH, maybe: sentencesAlike, match }) ??
    (typed === '' ? null : sharedEdges(units.map(withoutLeadIn), { opening: LEAST_SENTENCE }));
  return pattern ? [{ ...pattern, level: 'sentence', marker: '', typed }] : [];
}

/** So much of a sentence is looked at for parallel clauses, from its end. UTF-16 code units. */
const CLAUSES_REACH = 96;
/** Of a member with commas inside, so many clauses may be typed already. */
const MOST_TYPED = 2;

/** Clauses of the cursor's sentence, told apart by commas, or by enumeration commas. */
function clauses({ line }: DraftTail, match: MatchTokens): NextMember[] {
  const sentence = line.slice(Math.max(sentencePartStart(line), line.length - CLAUSES_REACH));
  for (const mark of ['，', '、']) {
    let end = sentence.lastIndexOf(mark) + 1;
    for (let typed = 0; end > 1 && typed < MOST_TYPED; typed++) {
      const pattern = clausePattern(sentence.slice(0, end), mark, match) ?? lastTwo(sentence, end, mark);
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

/** Clauses that open alike, where the next has begun so: 要强化领导，要强化宣传，要|. */
function lastTwo(sentence: string, end: number, mark: string): MemberPattern | null {
  const place = { paragraph: 0, source: sentence.slice(0, end) };
  const typed = sentence.slice(end);
  if (typed === '' || mark !== '，') return null;
  const units = cutClauses(place, 2).map((clause): Unit => ({ ...place, clauses: [clause] }));
  const pattern = sharedEdges(units.map(withoutLeadIn), { opening: LEAST_SENTENCE });
  const [opening] = pattern?.columns ?? [];
  return typeof opening === 'string' && opening.startsWith(typed) ? pattern : null;
}

/** 各级要强化领导 before 要强化宣传 leads up to what opens both, and is left out. */
function withoutLeadIn(unit: Unit, index: number, units: readonly Unit[]): Unit {
  const [first, ...others] = unit.clauses;
  const opening = units[index + 1]?.clauses[0]?.text.slice(0, LEAST_SENTENCE);
  const at = opening === undefined ? -1 : first!.text.indexOf(opening);
  return at > 0 && at <= LONGEST_LEAD_IN ? { ...unit, clauses: [first!.from(at), ...others] } : unit;
}

function clausePattern(source: string, mark: string, match: MatchTokens): MemberPattern | null {
  const place = { paragraph: 0, source };
  const own = cutClauses(place, mark === '、' ? 1 : 2);
  const last = own.at(-1);
  if (!last) return null;
  const [found] = finish(mineClauseSteps(place, own, match))
    .filter(({ spans, joint }) => joint === mark && spans.at(-1)!.end === last.end)
    .sort((a, b) => b.spans.length - a.spans.length);
  if (!found) return oneMember({ ...place, clauses: [last] });
  return { columns: nextColumns(found), members: found.spans.map(({ start, end }) => source.slice(start, end)) };
}

/** What the draft's parallel structures ask for at the cursor, the nearest first. `一是抓早，解决慢的问题；|` */
export function nextMembers(tail: DraftTail): NextMember[] {
  const match = createMatcher();
  const within = withoutMarker(tail);
  return [...numbered(tail, match), ...[clauses, sentences, paragraphs].flatMap(of => of(within, match))];
}

/** What stands within a numbered point is parallel without its number: 四要抓矿山，紧盯通风；抓道路，紧盯校车；|. */
function withoutMarker(tail: DraftTail): DraftTail {
  const marker = parseMarker(tail.line);
  return marker && marker.end < tail.line.length ? { ...tail, line: tail.line.slice(marker.end) } : tail;
}
