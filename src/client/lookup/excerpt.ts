/** Characters kept before the first match: enough to see what it belongs to. */
const LEAD = 12;

/**
 * The sentence from shortly before its first match on, so that the match is seen in one line of a picker:
 * a cut stands before a clause where one begins there, and is marked by `…`.
 *
 * @param spans [start, end) of the matches, UTF-16
 */
export function excerpt(sentence: string, spans: readonly (readonly [number, number])[]): string {
  const first = Math.min(...spans.map(([start]) => start));
  if (!(first > LEAD) || first === Number.POSITIVE_INFINITY) return sentence;
  const lead = sentence.slice(first - LEAD, first);
  const clause = lead.search(/(?<=[，、；：])[^，、；：]*$/u);
  return `…${sentence.slice(first - LEAD + Math.max(clause, 0))}`;
}
