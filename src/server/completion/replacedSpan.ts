import type { Range } from 'vscode-languageserver';

/** What all items of a list replace: one range on the cursor's line, and the text in it. */
export interface ReplacedSpan {
  readonly range: Range;
  readonly text: string;
}
