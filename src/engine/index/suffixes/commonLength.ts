import type { Segment } from '../segment';

/** What is looked for: text[from, end), of two code units at least. */
export interface Asked {
  readonly text: string;
  readonly from: number;
  readonly end: number;
}

/** How many code units of a text agree with the suffix at a position; the first `known` do. */
export function commonLength(segment: Segment, position: number, { text, from, end }: Asked, known: number): number {
  const most = end - from;
  let common = known;
  while (common < most && segment.codeAt(position + common) === text.charCodeAt(from + common)) common++;
  return common;
}
