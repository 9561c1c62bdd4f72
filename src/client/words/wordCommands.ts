import * as vscode from 'vscode';
import type { CorpusWords } from './corpusWords';
import { type Purpose, stopLeft, stopRight } from './stops';

type Side = 'left' | 'right';

/** The stop on a side of a place: in its line, at its ends in the neighbour. */
function stopFrom(
  document: vscode.TextDocument,
  words: CorpusWords,
  { line, character }: vscode.Position,
  side: Side,
  purpose: Purpose,
): vscode.Position {
  const { text, range } = document.lineAt(line);
  const stop = (side === 'left' ? stopLeft : stopRight)(words.unitsOf(text), character, purpose);
  if (stop !== null) return new vscode.Position(line, stop);
  if (side === 'left') return line === 0 ? range.start : document.lineAt(line - 1).range.end;
  if (line + 1 === document.lineCount) return range.end;
  // A line joined to this one leaves its indentation behind; a cursor goes where its text begins.
  return new vscode.Position(line + 1, document.lineAt(line + 1).firstNonWhitespaceCharacterIndex);
}

/** Moves, selections and deletions by the words of Chinese, for every cursor. Bound to the keys of the editor's own in speech drafts. */
export function registerWordCommands(words: CorpusWords): vscode.Disposable {
  // One after the other: a deletion is done when the window says so, and the next key may be there before.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (act: (editor: vscode.TextEditor) => unknown) => () => {
    last = last.then(() => vscode.window.activeTextEditor && act(vscode.window.activeTextEditor)).catch(() => {});
    return last;
  };
  const move = (side: Side, isSelecting: boolean) =>
    inTurn(editor => {
      editor.selections = editor.selections.map(({ anchor, active }) => {
        const to = stopFrom(editor.document, words, active, side, 'move');
        return new vscode.Selection(isSelecting ? anchor : to, to);
      });
      editor.revealRange(new vscode.Range(editor.selection.active, editor.selection.active));
    });
  const erase = (side: Side) =>
    inTurn(editor =>
      editor.edit(edit => {
        for (const selection of editor.selections) {
          const to = stopFrom(editor.document, words, selection.active, side, 'delete');
          edit.delete(selection.isEmpty ? new vscode.Range(selection.active, to) : selection);
        }
      }),
    );
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.wordLeft', move('left', false)),
    vscode.commands.registerCommand('fanben.wordRight', move('right', false)),
    vscode.commands.registerCommand('fanben.selectWordLeft', move('left', true)),
    vscode.commands.registerCommand('fanben.selectWordRight', move('right', true)),
    vscode.commands.registerCommand('fanben.deleteWordLeft', erase('left')),
    vscode.commands.registerCommand('fanben.deleteWordRight', erase('right')),
  );
}
