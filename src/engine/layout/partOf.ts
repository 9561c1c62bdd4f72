import { draftLine } from './draftLine';
import type { LaidOutParagraph } from './paragraph';

/** A place in a draft: 0-based line, UTF-16 offset in it. */
export interface Place {
  readonly line: number;
  readonly character: number;
}
export interface Part {
  readonly start: Place;
  /** Exclusive. */
  readonly end: Place;
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
  return paragraphs.flatMap(({ lead, ...paragraph }) => {
    const { line } = paragraph;
    if (line < start.line || line > end.line) return [];
    const source = draft[line]!;
    const before = line === start.line ? draftLine(source.slice(0, start.character)).length : 0;
    const behind = line === end.line ? end.character : source.length;
    const text = draftLine(source.slice(line === start.line ? start.character : 0, behind));
    if (text === '') return [];
    const leadEnd = Math.min((lead?.end ?? 0) - before, text.length);
    return [{ ...paragraph, text, ...(lead && leadEnd > 0 ? { lead: { ...lead, end: leadEnd } } : {}) }];
  });
}
