/** So much of a text tells whose it is; a longer one is a collection. UTF-16 code units. */
const LONGEST = 10_000;

/** The lines of a text, those behind its beginning left empty: each keeps its number. */
export function headOf(lines: readonly string[]): string[] {
  let left = LONGEST;
  return lines.map(line => {
    left -= line.length;
    return left >= 0 ? line : '';
  });
}
