/** The end of a draft, as far as its own structure is looked at. */
export interface DraftTail {
  /** The paragraphs above the cursor's without indentation, blank ones left out. */
  readonly above: readonly string[];
  /** The cursor's paragraph up to the cursor, its indentation left out. `　　一是抓早；|` → `一是抓早；` */
  readonly line: string;
}

/** UTF-16 code units before the cursor: two or three sections of a speech. */
const REACH = 4000;

/** What the draft ends with at the cursor. The paragraph that the reach cuts in two is left out. */
export function draftTail(before: string): DraftTail {
  const tail = before.slice(-REACH);
  const lines = tail.split(/\r\n|\r|\n/).map(text => text.replace(/^[\s　]+/, ''));
  const line = lines.pop()!;
  if (tail.length < before.length) lines.shift();
  return { above: lines.filter(text => text !== ''), line };
}
