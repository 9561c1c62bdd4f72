import { type Position, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { engineLimits } from '../engine/limits';
import type { Edit } from '../engine/outline/edit';

/** The whole line, without its line break; empty where the document has no such line. */
export function lineText(document: TextDocument, line: number): string {
  const end = { line: line + 1, character: 0 };
  return document.getText({ start: { line, character: 0 }, end }).replace(/[\r\n]+$/, '');
}

/** The line up to the position. */
export function lineBefore(document: TextDocument, position: Position): string {
  return document.getText({ start: { line: position.line, character: 0 }, end: position });
}

/** The rest of the line behind the position. */
export function lineAfter(document: TextDocument, position: Position): string {
  return lineText(document, position.line).slice(lineBefore(document, position).length);
}

/** Whether a document is longer than any draft that is checked: more than `most` UTF-16 code units, or more lines than anybody reads. */
export function isLonger(document: TextDocument, most: number): boolean {
  return document.getText().length > most || document.lineCount > engineLimits.checkedLines;
}

/** All lines of the document. */
export function allLines(document: TextDocument): string[] {
  return document.getText().split(/\r\n|\r|\n/);
}

/** Edits of the outline, whose paragraphs are the lines of a document, as the protocol wants them. */
export function toTextEdits(edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ paragraph, start, end, text }) =>
    TextEdit.replace({ start: { line: paragraph, character: start }, end: { line: paragraph, character: end } }, text),
  );
}
