import { bodySize, type DrawnText } from './layout';

/** A watermark is so many times as large as the text at least. */
const LEAST_SIZE = 1.7;
const FEWEST_CROSSED = 2;
/** Height of the ink of a character, in parts of its size. */
const INK = 0.8;
/** A page with more of them is a poster. */
const MOST_LARGE = 60;

/**
 * The text of a page without large type that lies across the lines of the text. What was found is added to `known`: it
 * is left out of later pages, too, that have nothing below it.
 */
export function withoutWatermarks(drawn: readonly DrawnText[], known: Set<string>): readonly DrawnText[] {
  const size = bodySize(drawn);
  const large = drawn.filter(one => one.size >= size * LEAST_SIZE);
  if (large.length > 0 && large.length <= MOST_LARGE) {
    for (const mark of large)
      if (drawn.filter(one => crosses(one, mark, size)).length >= FEWEST_CROSSED) known.add(keyOf(mark));
  }
  return known.size === 0 ? drawn : drawn.filter(one => !known.has(keyOf(one)));
}

function keyOf({ text, left, y, size }: DrawnText): string {
  return [left, y, size].map(Math.round).join(',') + text;
}

/** Does text lie within the ink of large type? */
function crosses(text: DrawnText, mark: DrawnText, size: number): boolean {
  if (text.size > size * 1.2 || text === mark || text.text.trim().length < 2) return false;
  const isBeside =
    text.left + text.width < mark.left + mark.size * 0.1 || text.left > mark.left + mark.width - text.size * 0.1;
  const overlap = Math.min(text.y, mark.y) - Math.max(text.y - INK * text.size, mark.y - INK * mark.size);
  return !isBeside && overlap > 0.4 * text.size;
}
