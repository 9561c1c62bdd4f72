import type { Paragraph } from '../article';

type Mapped = Pick<Paragraph, 'map'>;

/**
 * Where a place of the cleaned text stands in the source, both UTF-16 offsets.
 * A place inside a stretch that cleaning shortened or lengthened never runs past the end of that stretch.
 */
export function sourceOffset(paragraph: Mapped, offset: number): number {
  const { map } = paragraph;
  let low = 0;
  let high = map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map[middle * 2]! <= offset) low = middle;
    else high = middle - 1;
  }
  const inStep = (map[low * 2 + 1] ?? 0) + offset - (map[low * 2] ?? 0);
  const next = map[low * 2 + 3];
  return next === undefined ? inStep : Math.min(inStep, next);
}

/**
 * The source of the span [start, end) of the cleaned text. What cleaning removed right after the span stays outside:
 * in `推动|4 U- y/ ~* k|发展` the source of 推动 ends at the first bar.
 */
export function sourceRange(paragraph: Mapped, start: number, end: number): { start: number; end: number } {
  const from = sourceOffset(paragraph, start);
  return { start: from, end: end > start ? sourceOffset(paragraph, end - 1) + 1 : from };
}
