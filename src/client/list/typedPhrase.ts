/** One change of a document's text; offsets and lengths in UTF-16 units. */
export interface TextChange {
  readonly offset: number;
  /** Length of the text that went. */
  readonly replaced: number;
  readonly text: string;
}

/** More than an input method commits at once without composing in the document: pasted, not typed. */
export const LONGEST_COMMIT = 6;

/** Ends where a phrase may go on: in a Han character or in Chinese punctuation. */
const OPEN_END = /[\p{Script=Han}，。、：；？！“”‘’《》（）—…]$/u;

/**
 * Was this just typed, and may a phrase go on after it? Letters of a composition are not: `tuid|`.
 *
 * An input method either inserts what it commits, or puts it in the place of the letters that it showed in the document
 * while composing: then the change before this one wrote exactly what this one replaces.
 */
export function isTypedPhrase(change: TextChange, before: TextChange | undefined): boolean {
  if (!OPEN_END.test(change.text) || change.text.includes('\n')) return false;
  if (change.replaced === 0) return change.text.length <= LONGEST_COMMIT;
  const wasComposing = before !== undefined && /[a-z]/i.test(before.text);
  return wasComposing && before.offset === change.offset && before.text.length === change.replaced;
}
