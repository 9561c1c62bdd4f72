import type { Column } from '../../parallel/columns';
import { joinColumns } from '../../parallel/columns';
import { textBefore, type Unit } from '../../parallel/unit';
import { endOf, type MemberPattern } from './memberPattern';

/** What must be shared for two members to be taken for parallel. UTF-16 code units. */
interface Least {
  /** Fixed wording that opens the first clause. */
  readonly opening: number;
  /** Clauses that share something; 1 by default. */
  readonly clauses?: number;
}

/** A slot holds no more, and its fillers differ in length by no more. */
const LONGEST_SLOT = 10;
const MOST_UNEVEN = 2;
/** So much must be shared at the end of a clause. */
const LEAST_TAIL = 2;
/** Behind the first clause so much must be shared. */
const LEAST_LATER = 2;

/**
 * What the last two members share at the edges of their clauses, where all they share is little: 抓 of 一是抓招引、二是抓落地,
 * 要强化 of 要强化领导。要强化宣传。 That they are members must be known otherwise: they are numbered, or open alike. `null` where
 * they share less, or are the same.
 */
export function sharedEdges(units: readonly Unit[], { opening, clauses = 1 }: Least): MemberPattern | null {
  const last = units.slice(-2);
  if (last.length < 2) return null;
  const columns: Column[] = [];
  let covered = 0;
  let coveredColumns = 0;
  let slots = 0;
  for (let index = 0; index < Math.min(...last.map(({ clauses }) => clauses.length)); index++) {
    const joints = last.map(unit => textBefore(unit, index));
    if (index > 0 && joints[0] !== joints[1]) break;
    const own = edgesOf(last.map(({ clauses }) => clauses[index]!.text) as [string, string]);
    const fixed = own.reduce((sum, column) => sum + (typeof column === 'string' ? column.length : 0), 0);
    const opens = typeof own[0] === 'string' ? own[0].length : 0;
    if (index === 0 ? opens < opening : fixed < LEAST_LATER) break;
    if (!own.every(isFillable)) break;
    if (index > 0) columns.push(joints[0]!);
    columns.push(...own);
    slots += own.filter(column => typeof column !== 'string').length;
    covered = index + 1;
    coveredColumns = columns.length;
  }
  if (covered < clauses || slots === 0) return null;
  const end = endOf({ units: last, clauses: covered });
  return {
    columns: joinColumns([...columns.slice(0, coveredColumns), end].filter(column => column !== '')),
    members: last.map(({ source, clauses }) => source.slice(clauses[0]!.start, clauses[covered - 1]!.end)),
  };
}

/** Their common beginning, what differs, and their common end: 抓|招引| and 抓|落地|. */
function edgesOf([a, b]: readonly [string, string]): Column[] {
  if (a === b) return [a];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  // One character at the end is chance: 领导, 引导.
  if (tail < LEAST_TAIL) tail = 0;
  const fillers = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  return [a.slice(0, head), fillers, a.slice(a.length - tail)].filter(column => column !== '');
}

function isFillable(column: Column): boolean {
  if (typeof column === 'string') return true;
  const lengths = column.map(({ length }) => length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  return least > 0 && most <= LONGEST_SLOT && most - least <= MOST_UNEVEN;
}
