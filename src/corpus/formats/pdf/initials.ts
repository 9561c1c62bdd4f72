import { bodySize, type DrawnText } from './layout';

const LONGEST_UTF16 = 2;
/** Lengths in parts of the type size of the initial. */
const [SMALLEST_TO_TEXT, NEAR] = [1.6, 0.4];

/** The text of a page with each initial that takes several lines at the beginning of the first of them. */
export function withInitials(drawn: readonly DrawnText[]): readonly DrawnText[] {
  const size = bodySize(drawn);
  const large = drawn.filter(one => one.size >= size * SMALLEST_TO_TEXT && one.text.trim().length <= LONGEST_UTF16);
  if (large.length === 0) return drawn;
  const result = new Map(drawn.map(one => [one, one]));
  for (const initial of large) {
    const beside = linesBeside(initial, drawn);
    if (beside.length < 2) continue;
    result.delete(initial);
    // Those below begin at the margin, too.
    for (const [i, line] of beside.entries()) {
      const text = i === 0 ? initial.text.trim() + line.text : line.text;
      result.set(line, { ...line, text, left: initial.left, width: line.left + line.width - initial.left });
    }
  }
  return [...result.values()];
}

/** How the lines begin that an initial stands beside, from above. */
function linesBeside({ left, width, y, size }: DrawnText, drawn: readonly DrawnText[]): DrawnText[] {
  const right = left + width;
  return drawn
    .filter(
      one =>
        one.size * SMALLEST_TO_TEXT <= size &&
        one.left >= right - one.size * NEAR &&
        one.left <= right + size * NEAR &&
        one.y > y - size &&
        one.y <= y + one.size * NEAR,
    )
    .sort((a, b) => a.y - b.y || a.left - b.left)
    .filter((one, i, all) => i === 0 || one.y - all[i - 1]!.y > one.size * NEAR);
}
