import * as vscode from 'vscode';
import { SPEECH_DRAFT } from '../draft/drafts';
import type { CorpusWords } from './corpusWords';
import { widened } from './stops';

/** A drag that begins where the cursor is looks like a double click there; a hand that drags is slower. */
const DOUBLE_CLICK_MS = 350;

/**
 * A double click takes the word as the corpus has it, where the editor's own segmenter cut it in two. The editor tells of no clicks:
 * what it selects at once around the cursor was clicked twice, since a drag begins at the cursor.
 */
export function registerDoubleClick(words: CorpusWords): vscode.Disposable {
  let cursor: { document: vscode.TextDocument; place: vscode.Position; at: number } | undefined;
  return vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
    const { document } = textEditor;
    const before = cursor;
    const [selection] = selections;
    cursor = selection?.isEmpty ? { document, place: selection.active, at: performance.now() } : undefined;
    const isMouse = kind === vscode.TextEditorSelectionChangeKind.Mouse && selections.length === 1;
    if (!isMouse || !selection || selection.isEmpty || document.languageId !== SPEECH_DRAFT) return;
    const { anchor, start, end, isReversed, isSingleLine } = selection;
    if (before?.document !== document || !isSingleLine || isReversed || !selection.contains(before.place)) return;
    if (anchor.isEqual(before.place) && performance.now() - before.at > DOUBLE_CLICK_MS) return;
    const word = widened(words.unitsOf(document.lineAt(start.line).text), start.character, end.character);
    if (word.start === start.character && word.end === end.character) return;
    textEditor.selection = new vscode.Selection(start.line, word.start, start.line, word.end);
  });
}
