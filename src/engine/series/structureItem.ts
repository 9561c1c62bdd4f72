import { slotsNamed } from '../mining/describe';
import type { Piece } from '../parallel/pieces';
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
function settled(pieces: readonly Piece[]): Piece[] {
  return pieces.map(piece => (isVaried(piece) ? leastOf(piece) : piece)).filter(piece => piece !== '');
}

/** What only one member has may be anything. */
function isVaried(piece: Piece): piece is readonly string[] {
  return typeof piece !== 'string' && piece.length > 1 && isVariation(piece);
}

function leastOf(fillers: readonly string[]): string {
  return fillers.includes('') ? '' : fillers.at(-1)!;
}

/** What is inserted for pieces: fillers become slots, the same fillers linked ones. */
export function structureItem(given: readonly Piece[], replace = 0): StructureItem {
  const pieces = settled(given);
  const columns: (readonly string[])[] = [];
  const numbers = pieces.map(piece => {
    if (typeof piece === 'string') return -1;
    const known = columns.findIndex(column => column.every((filler, i) => filler === piece[i]));
    if (known >= 0) return known;
    columns.push(piece);
    return columns.length - 1;
  });
  const names = slotsNamed(
    columns.map((fillers, column) => {
      const before = pieces[numbers.indexOf(column) - 1];
      return { fillers, before: typeof before === 'string' ? before : '', variation: false };
    }),
  ).map(({ name }) => name);
  return {
    label: pieces.map(piece => (typeof piece === 'string' ? piece : squares(piece))).join(''),
    parts: pieces.map((piece, i) =>
      typeof piece === 'string' ? piece : { slot: numbers[i]! + 1, name: names[numbers[i]!]! },
    ),
    replace,
  };
}
