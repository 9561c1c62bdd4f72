import { isOpening } from '../text/punctuation';
import type { Column } from './columns';
import { isHead, isStrongHead, isStructural, weightOf, weightOfText } from './structuralWords';
import { tokenise } from './tokens';
import { isVariation } from './variation';

/** What speaks for a frame and against it. */
export interface Shape {
  readonly members: number;
  /** Weight of the wording that is fixed; see `weightOf`. */
  readonly weight: number;
  /** Stretches of fixed wording with a slot between them. */
  readonly fixedRuns: number;
  /** Some of it is more than nouns. */
  readonly structural: boolean;
  /** Every stretch of it is. */
  readonly allStructural: boolean;
  /** All of it is one character that makes a frame by itself. */
  readonly strongHead: boolean;
  /** What follows the head shows that it is none. */
  readonly clings: boolean;
  /** They begin with a slot, so that shared nouns are no mere name in front. */
  readonly opensFree: boolean;
  /** Slots that take more than another form of one word. */
  readonly openSlots: number;
  /** How equal the members are in length: 1 for all the same. */
  readonly balance: number;
  /** The same for the fillers of the slot where they are least equal. */
  readonly slotBalance: number;
  /** Mean length of a member, in characters, and the share of it that is fixed. */
  readonly length: number;
  readonly fixedShare: number;
  /** The least share of different fillers in a slot: 1 where each member has its own. */
  readonly variety: number;
  /** Some slot holds mostly figures or names of numbers: a list of data. */
  readonly figures: boolean;
}

const FIGURES = /^[一二三四五六七八九十百千万亿两零〇]+$|[一二三四五六七八九十百千万亿〇]{3}|[0-9０-９%％]/;
/** A number that goes on in the slot: 第…条, 二十…, 一九五…. */
const CUT_NUMBER = /(?:第|[十百千0-9０-９]|[一二三四五六七八九]{2})$/;
/** What cannot begin a filler behind a head: then the head is half a word, or governs something else. */
const CLINGS = /^[的了着和与及等者们性化、，]/;

function tokensOf(column: Column | undefined): readonly number[] {
  return typeof column === 'string' ? tokenise(column).ids : [];
}

/** Of long wording, so much must be structural: 则 in the name of a place makes no frame of it. */
const LEAST_STRUCTURE = 0.12;

/** Is enough of the wording more than nouns: a head that begins it, or a joint of some weight? */
function isStructuralIn(columns: readonly Column[]): boolean {
  const [head, ...others] = tokensOf(columns[0]);
  const begins = head !== undefined && isHead(head);
  const joints = [...others, ...(begins || head === undefined ? [] : [head]), ...columns.slice(1).flatMap(tokensOf)]
    .filter(id => isStructural(id) && weightOf(id) >= 1)
    .reduce((sum, id) => sum + weightOf(id), 0);
  if (isJudgement(columns)) return true;
  const structure = joints + (begins ? Math.max(weightOf(head), 1) : 0);
  return structure > 0 && structure >= LEAST_STRUCTURE * weightOfColumns(columns);
}

/** …是…的…: one says what something is, in a form of words, though each of the two says little by itself. */
function isJudgement(columns: readonly Column[]): boolean {
  const is = columns.findIndex(column => typeof column === 'string' && column.endsWith('是'));
  return is >= 0 && columns.slice(is + 1).some(column => typeof column === 'string' && /^的./.test(column));
}

/** Weight of the fixed wording in the columns. */
export function weightOfColumns(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => (typeof column === 'string' ? sum + weightOfText(column) : sum), 0);
}

/** How equal neighbours are in length, on average: 1 for the same, 0.5 where one is twice as long as the other. */
export function balanceOf(lengths: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < lengths.length; i++) {
    const longer = Math.max(lengths[i - 1]!, lengths[i]!);
    sum += longer === 0 ? 1 : Math.min(lengths[i - 1]!, lengths[i]!) / longer;
  }
  return lengths.length < 2 ? 1 : sum / (lengths.length - 1);
}

/** Describes the alignment of so many members by its columns. */
export function shapeOf(columns: readonly Column[], members: number): Shape {
  const slots = columns.filter(column => typeof column !== 'string');
  const open = slots.filter(fillers => !isVariation(fillers));
  const ids = columns.flatMap(tokensOf);
  const fixed = columns.reduce((sum, column) => sum + (typeof column === 'string' ? column.length : 0), 0);
  const lengths = Array.from({ length: members }, (_, member) =>
    slots.reduce((sum, fillers) => sum + fillers[member]!.length, fixed),
  );
  const length = lengths.reduce((sum, own) => sum + own, 0) / members;
  const fixedRuns = columns.filter(column => typeof column === 'string' && weightOfColumns([column]) >= 0.4).length;
  const allStructural = columns.every(
    (column, i) =>
      typeof column !== 'string' || tokensOf(column).some(id => isStructural(id) || (i === 0 && isHead(id))),
  );
  const balances = open.map(fillers => balanceOf(fillers.map(filler => filler.length)));
  return {
    members,
    weight: weightOfColumns(columns),
    fixedRuns,
    structural: isStructuralIn(columns) || (fixedRuns > 2 && allStructural),
    strongHead: ids.length === 1 && typeof columns[0] === 'string' && isStrongHead(ids[0]!),
    clings:
      typeof columns[0] === 'string' &&
      !isOpening(columns[0].charCodeAt(columns[0].length - 1)) &&
      Array.isArray(columns[1]) &&
      columns[1].some(filler => CLINGS.test(filler)),
    allStructural,
    opensFree: typeof columns[0] !== 'string',
    openSlots: open.length,
    balance: balanceOf(lengths),
    slotBalance: Math.min(1, ...balances),
    length,
    fixedShare: fixed / length,
    variety: Math.min(1, ...open.map(fillers => new Set(fillers).size / members)),
    figures:
      open.some(fillers => fillers.filter(filler => FIGURES.test(filler)).length * 2 >= members) ||
      columns.some((column, i) => i + 1 < columns.length && typeof column === 'string' && CUT_NUMBER.test(column)),
  };
}
