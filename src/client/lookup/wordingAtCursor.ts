import type * as vscode from 'vscode';
import { LONGEST_SELECTION } from '../ui/selectedText';
import type { CorpusWords } from '../words/corpusWords';

/** A wording of the draft, and where it stands. */
export interface MarkedWording {
  readonly text: string;
  /** 0-based line and UTF-16 offsets in it. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** What is selected within one line, else the word at the cursor, or before it; undefined between marks. */
export async function wordingAtCursor(
  editor: vscode.TextEditor,
  words: Pick<CorpusWords, 'toldUnitsOf'>,
): Promise<MarkedWording | undefined> {
  const { document, selection } = editor;
  const { line } = selection.start;
  const text = document.lineAt(line).text;
  if (!selection.isEmpty) {
    const start = selection.start.character;
    const end = Math.min(selection.isSingleLine ? selection.end.character : text.length, start + LONGEST_SELECTION);
    return marked(text, line, start, end);
  }
  const at = selection.active.character;
  const units = (await words.toldUnitsOf(text)).filter(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  );
  const unit = units.find(({ start, end }) => start <= at && at < end) ?? units.find(({ end }) => end === at);
  return unit && marked(text, line, unit.start, unit.end);
}

function marked(text: string, line: number, start: number, end: number): MarkedWording | undefined {
  const wording = text.slice(start, end);
  return wording.trim() === '' ? undefined : { text: wording, line, start, end };
}
