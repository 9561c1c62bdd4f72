import { bodySize, type Piece } from './layout';

/** A watermark is so many times as large as the text at least. */
const LEAST_SIZE = 1.7;
const FEWEST_CROSSED = 2;
/** Height of the ink of a character, in parts of its size. */
const INK = 0.8;
/** A page with more large pieces is a poster. */
const MOST_LARGE = 60;

/**
 * The pieces of a page without large type that lies across the lines of the text. What was found is added to `known`: it
 * is left out of later pages, too, that have nothing below it.
 */
export function withoutWatermarks(pieces: readonly Piece[], known: Set<string>): readonly Piece[] {
  const size = bodySize(pieces);
  const large = pieces.filter(piece => piece.size >= size * LEAST_SIZE);
  if (large.length > 0 && large.length <= MOST_LARGE) {
    for (const mark of large)
      if (pieces.filter(piece => crosses(piece, mark, size)).length >= FEWEST_CROSSED) known.add(keyOf(mark));
  }
  return known.size === 0 ? pieces : pieces.filter(piece => !known.has(keyOf(piece)));
}

function keyOf({ text, left, y, size }: Piece): string {
  return [left, y, size].map(Math.round).join(',') + text;
}

/** Does a piece of text lie within the ink of large type? */
function crosses(piece: Piece, mark: Piece, size: number): boolean {
  if (piece.size > size * 1.2 || piece === mark || piece.text.trim().length < 2) return false;
  const isBeside = piece.left + piece.width < mark.left + mark.size * 0.1 || piece.left > mark.left + mark.width;
  const overlap = Math.min(piece.y, mark.y) - Math.max(piece.y - INK * piece.size, mark.y - INK * mark.size);
  return !isBeside && overlap > 0.4 * piece.size;
}
