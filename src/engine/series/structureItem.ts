import { slotsNamed } from '../mining/describe';
import type { Column } from '../parallel/columns';
import { isVariation } from '../parallel/variation';
import type { SnippetPart } from '../templates/snippetText';

/** Something to insert that has slots. */
export interface StructureItem {
  /** As the list shows it, slots as squares: `三是抓□□，解决□□问题`. */
  readonly label: string;
  readonly parts: readonly SnippetPart[];
  /** UTF-16 code units before the cursor that it replaces. */
  readonly replace: number;
}

const SQUARES = '□□';
const MOST_SQUARES = 4;

/** As many squares as characters belong there, where that is known and soon counted. */
function squares(fillers: readonly string[]): string {
  const { length } = fillers[0]!;
  const isKnown = fillers.length > 1 && length <= MOST_SQUARES && fillers.every(filler => filler.length === length);
  return isKnown ? '□'.repeat(length) : SQUARES;
}

/** A word of the fixed part that varies is written as it was the last time; where some leave it out, it is left out. */
function settled(columns: readonly Column[]): Column[] {
  return columns.map(column => (isVaried(column) ? leastOf(column) : column)).filter(column => column !== '');
}

/** What only one member has may be anything. */
function isVaried(column: Column): column is readonly string[] {
  return typeof column !== 'string' && column.length > 1 && isVariation(column);
}

function leastOf(fillers: readonly string[]): string {
  return fillers.includes('') ? '' : fillers.at(-1)!;
}

/** What is inserted for columns: fillers become slots, the same fillers linked ones. */
export function structureItem(given: readonly Column[], replace = 0): StructureItem {
  const columns = settled(given);
  const distinctFillers: (readonly string[])[] = [];
  const numbers = columns.map(column => {
    if (typeof column === 'string') return -1;
    const known = distinctFillers.findIndex(fillers => fillers.every((filler, i) => filler === column[i]));
    if (known >= 0) return known;
    distinctFillers.push(column);
    return distinctFillers.length - 1;
  });
  const names = slotsNamed(
    distinctFillers.map((fillers, slot) => {
      const before = columns[numbers.indexOf(slot) - 1];
      return { fillers, before: typeof before === 'string' ? before : '', variation: false };
    }),
  ).map(({ name }) => name);
  return {
    label: columns.map(column => (typeof column === 'string' ? column : squares(column))).join(''),
    parts: columns.map((column, i) =>
      typeof column === 'string' ? column : { slot: numbers[i]! + 1, name: names[numbers[i]!]! },
    ),
    replace,
  };
}
