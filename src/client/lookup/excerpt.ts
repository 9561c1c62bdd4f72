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

/** So much of a row is seen; what is longer is cut at its end. UTF-16 code units. */
const SEEN = 36;
/** Left of what stands between two matches, at either of them. */
const BESIDE = 5;

/**
 * The same, so that all matches are seen where they stand far apart: what is between them is cut out.
 *
 * @example excerptOfAll('完善责任制……（三十字）……守牢安全底线', spans) // '完善责任制和考核…坚决守牢安全底线'
 */
export function excerptOfAll(sentence: string, spans: readonly (readonly [number, number])[]): string {
  const label = excerpt(sentence, spans);
  const cut = sentence.length - label.length;
  const matches = spans.map(([start, end]) => [start - cut, end - cut] as const).sort((a, b) => a[0] - b[0]);
  if (!((matches.at(-1)?.[1] ?? 0) > SEEN)) return label;
  let shown = '';
  let from = 0;
  matches.forEach(([, end], at) => {
    const next = matches[at + 1]?.[0];
    if (next === undefined || next - end <= 2 * BESIDE + 1) return;
    shown += `${label.slice(from, end + BESIDE)}…`;
    from = next - BESIDE;
  });
  return shown + label.slice(from);
}
