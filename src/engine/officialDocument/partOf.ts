import { draftLine } from './draftLine';
import type { LaidOutParagraph } from './paragraph';

/** A place in a draft: 0-based line, UTF-16 offset in it. */
export interface DraftPosition {
  readonly line: number;
  readonly character: number;
}
/** A stretch of a draft. */
export interface Part {
  readonly start: DraftPosition;
  /** Exclusive. */
  readonly end: DraftPosition;
}

/**
 * The paragraphs of a part of the draft, the first and last cut where it begins and ends. What each is, the whole draft says:
 * a heading copied alone stays one.
 */
export function partOf(
  paragraphs: readonly LaidOutParagraph[],
  draft: readonly string[],
  { start, end }: Part,
): LaidOutParagraph[] {
  const lines = paragraphs.slice(firstFrom(paragraphs, start.line), firstFrom(paragraphs, end.line + 1));
  return lines.flatMap(({ lead, ...paragraph }) => {
    const { line } = paragraph;
    const source = draft[line]!;
    const before = line === start.line ? draftLine(source.slice(0, start.character)).length : 0;
    const behind = line === end.line ? end.character : source.length;
    const text = draftLine(source.slice(line === start.line ? start.character : 0, behind));
    if (text === '') return [];
    const leadEnd = Math.min((lead?.end ?? 0) - before, text.length);
    return [{ ...paragraph, text, ...(lead && leadEnd > 0 ? { lead: { ...lead, end: leadEnd } } : {}) }];
  });
}

/** The index of the first paragraph of this line or a later one, by halving: a selection may be of thousands of parts. */
function firstFrom(paragraphs: readonly LaidOutParagraph[], line: number): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.line < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
