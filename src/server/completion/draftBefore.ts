import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { lineText } from '../lines';

/** What is known of a draft where it goes on. */
export interface DraftBefore {
  /** All of it before the cursor. */
  readonly before: string;
  /** The first line, where it may be a title and the cursor stands below it. */
  readonly title: string | undefined;
}

/** A longer first line is text, not a title. UTF-16 code units. */
const LONGEST_TITLE = 40;

/** What of a document a completion at this place is asked with. */
export function draftBefore(document: TextDocument, position: Position): DraftBefore {
  const before = document.getText({ start: { line: 0, character: 0 }, end: position });
  const first = position.line > 0 ? lineText(document, 0).trim() : '';
  return { before, title: first.length > 0 && first.length <= LONGEST_TITLE ? first : undefined };
}
