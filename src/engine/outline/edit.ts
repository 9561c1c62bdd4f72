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
  const fromBehind = [...edits].sort((left, right) => right.paragraph - left.paragraph || right.start - left.start);
  for (const { paragraph, start, end, text } of fromBehind) {
    const before = result[paragraph] ?? '';
    result[paragraph] = before.slice(0, start) + text + before.slice(end);
  }
  return result;
}
