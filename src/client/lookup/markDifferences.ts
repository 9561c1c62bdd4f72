/**
 * A sentence with brackets around the stretches that differ.
 *
 * @param differs [start, end), ascending, UTF-16
 * @example markDifferences('压实主体责任。', [[2, 4]]) // 压实【主体】责任。
 */
export function markDifferences(sentence: string, differs: readonly (readonly [number, number])[]): string {
  let marked = '';
  let at = 0;
  for (const [start, end] of differs) {
    marked += `${sentence.slice(at, start)}【${sentence.slice(start, end)}】`;
    at = end;
  }
  return marked + sentence.slice(at);
}
