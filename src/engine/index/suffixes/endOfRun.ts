const half = (lo: number, hi: number): number => (lo + hi) >>> 1;

/**
 * First rank in [lo, hi) that `holds` is false of, as it is of all behind it; `hi` where there is none. By strides that double,
 * then by halves (exponential search: Bentley, Yao 1976), because most runs are short.
 *
 * @param between a rank in [lo, hi) to look at next; that in the middle by default
 */
export function endOfRun(
  holds: (rank: number) => boolean,
  lo: number,
  hi: number,
  between: (lo: number, hi: number) => number = half,
): number {
  let from = lo;
  let end = hi;
  for (let stride = 1; from < hi; stride *= 2) {
    const rank = Math.min(hi - 1, from + stride - 1);
    if (!holds(rank)) {
      end = rank;
      break;
    }
    from = rank + 1;
  }
  while (from < end) {
    const middle = between(from, end);
    if (holds(middle)) from = middle + 1;
    else end = middle;
  }
  return from;
}
