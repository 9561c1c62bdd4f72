import { withEdits } from '../text/edits';

/** A replacement inside one paragraph; `start` and `end` are UTF-16 offsets before any edit is made. */
export interface Edit {
  /** 0-based. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The paragraphs after the edits, which must not overlap. */
export function applyEdits(paragraphs: readonly string[], edits: readonly Edit[]): string[] {
  const result = [...paragraphs];
  const byParagraph = new Map<number, Edit[]>();
  for (const edit of [...edits].sort((left, right) => left.start - right.start)) {
    const own = byParagraph.get(edit.paragraph) ?? [];
    own.push(edit);
    byParagraph.set(edit.paragraph, own);
  }
  for (const [paragraph, own] of byParagraph) result[paragraph] = withEdits(result[paragraph] ?? '', own);
  return result;
}
