import type { Clause } from '../../parallel/clause';
import { type Column, joinColumns } from '../../parallel/columns';
import { isStrongHead, isStructural, isWord } from '../../parallel/structuralWords';
import { startOf, type Unit } from '../../parallel/unit';
import type { MemberPattern } from './memberPattern';

/** Clauses that show their shape by themselves: fixed wording with a slot behind each. The longest first. */
const SHAPES: readonly (readonly string[])[] = [
  ['由', '向', '转变'],
  ['把', '的', '做'],
  ['以', '为'],
  ['以', '促'],
  ['把', '作为'],
  ['把', '做'],
  ['从', '到'],
  ['往', '里'],
  ['越是', '越要'],
];

/** Nouns that the members of a series end with, all of them. */
const TAILS = ['问题', '之风', '制度', '能力', '关系', '作用', '难题', '优势', '短板', '水平'];

interface Shaped {
  readonly columns: readonly Column[];
  /** Stretches of fixed wording. */
  readonly fixedRuns: number;
}

function shaped(clause: Clause, fixed: readonly string[]): Shaped | null {
  const columns: Column[] = [];
  let rest = clause.text;
  for (const [i, word] of fixed.entries()) {
    const at = rest.indexOf(word, Math.min(i, 1));
    if (at < 0 || (i === 0 && at > 0)) return null;
    if (i > 0) columns.push([rest.slice(0, at)]);
    columns.push(word);
    rest = rest.slice(at + word.length);
  }
  if (rest !== '') columns.push([rest]);
  return { columns, fixedRuns: fixed.length };
}

/** 解决…问题: a verb that begins many members, and a noun that ends them. */
function headAndTail({ text, head, tokens }: Clause): Shaped {
  const opens = isStrongHead(head) || (isWord(head) && isStructural(head));
  const length = opens ? tokens.offsets[1]! : 0;
  const tail = TAILS.find(word => text.endsWith(word) && text.length > length + word.length) ?? '';
  const filler = text.slice(length, text.length - tail.length);
  const columns: Column[] = [text.slice(0, length), [filler], tail].filter(column => column !== '' && column[0] !== '');
  return { columns, fixedRuns: (opens ? 1 : 0) + (tail === '' ? 0 : 1) };
}

function shapeOf(clause: Clause, isNumbered: boolean): Shaped {
  for (const fixed of SHAPES) {
    const own = shaped(clause, fixed);
    if (own) return own;
  }
  return isNumbered ? headAndTail(clause) : { columns: [[clause.text]], fixedRuns: 0 };
}

/** One stretch of fixed wording is no shape. A numbered member, of which more may be fixed, must show it throughout. */
const FEWEST_FIXED_RUNS = 2;
const FEWEST_NUMBERED = 3;
const MOST_CLAUSES = 3;
const LONGEST_CLAUSE = 14;

/** Is it built to be repeated: two or three short clauses and nothing behind them, each with something fixed in it? */
function isCompact({ clauses, source }: Unit, fixedRuns: readonly number[]): boolean {
  return (
    !/\p{L}/u.test(source.slice(clauses.at(-1)!.end)) &&
    clauses.length > 1 &&
    clauses.length <= MOST_CLAUSES &&
    clauses.every(({ length }) => length <= LONGEST_CLAUSE) &&
    fixedRuns.every(own => own > 0)
  );
}

/** What a second member may share with the only one there is: `一是抓学习，解决本领不足的问题；` `null` where its shape is not clear. */
export function oneMember(unit: Unit): MemberPattern | null {
  const { clauses, marker } = unit;
  const shapes = clauses.slice(0, MOST_CLAUSES).map(clause => shapeOf(clause, marker !== undefined));
  const fixedRuns = shapes.map(shape => shape.fixedRuns);
  if (marker && (sum(fixedRuns) < FEWEST_NUMBERED || !isCompact(unit, fixedRuns))) return null;
  return patternWith(shapes, [unit]);
}

/** What members have in common that are parallel in nothing but the shape of their clauses: 以茶园为根本，…, 以水库为底色，…. */
export function sameShape(units: readonly Unit[]): MemberPattern | null {
  const fewest = Math.min(MOST_CLAUSES, ...units.map(({ clauses }) => clauses.length));
  const shapes = Array.from({ length: fewest }, (_, i) => {
    const own = units.map(({ clauses }) => clauses[i]!);
    const known = SHAPES.map(fixed => own.map(clause => shaped(clause, fixed))).find(isComplete);
    return joined(known ?? sameEdges(own));
  });
  return patternWith(shapes, units);
}

function isComplete(shapes: (Shaped | null)[]): shapes is Shaped[] {
  return shapes.every(shape => shape !== null);
}

/** The head and the tail of the clauses, where all have the same. */
function sameEdges(clauses: readonly Clause[]): readonly Shaped[] {
  const shapes = clauses.map(headAndTail);
  const wording = ({ columns }: Shaped) => columns.filter(column => typeof column === 'string').join('…');
  const isSame = shapes.every(
    shape => wording(shape) === wording(shapes[0]!) && shape.columns.length === shapes[0]!.columns.length,
  );
  return isSame ? shapes : clauses.map(({ text }) => ({ columns: [[text]], fixedRuns: 0 }));
}

/** The same shape of several clauses, with what fills it in each. */
function joined(shapes: readonly Shaped[]): Shaped {
  const [first] = shapes;
  const columns = first!.columns.map((column, i) =>
    typeof column === 'string'
      ? column
      : shapes.map(({ columns: own }) => (own[i] as readonly string[] | undefined)?.[0] ?? ''),
  );
  return { columns, fixedRuns: first!.fixedRuns };
}

/** The members up to the last clause that shows a shape. */
function patternWith(shapes: readonly Shaped[], units: readonly Unit[]): MemberPattern | null {
  const covered = shapes.findLastIndex(({ fixedRuns }) => fixedRuns > 0) + 1;
  if (sum(shapes.map(({ fixedRuns }) => fixedRuns)) < FEWEST_FIXED_RUNS) return null;
  const columns = shapes.slice(0, covered).flatMap((shape, i) => [textBetween(units[0]!, i), ...shape.columns]);
  return {
    columns: joinColumns(columns.filter(column => column !== '')),
    members: units.map(unit => unit.source.slice(startOf(unit), unit.clauses[covered - 1]!.end)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, own) => total + own, 0);

function textBetween({ clauses, source }: Unit, index: number): string {
  return index === 0 ? '' : source.slice(clauses[index - 1]!.end, clauses[index]!.start);
}
