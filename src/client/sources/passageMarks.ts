import * as vscode from 'vscode';
import type { PassageRef } from '../../server/protocol/passages';
import { otherPlaces } from './otherPlaces';
import { articleShownBy } from './sourceUri';

/** What is marked in the documents of sources: by a colour, never by a selection. */
export interface PassageMarks extends vscode.Disposable {
  set(document: vscode.TextDocument, range: vscode.Range, ref: PassageRef): void;
  draw(editor: vscode.TextEditor): void;
  /** The passage that is marked in the editor, or the beginning of the article; undefined where it shows no source. */
  passageOf(editor: vscode.TextEditor | undefined): PassageRef | undefined;
}

/** Draws the marks anew whenever a source comes into sight again: the editor forgets them. */
export function createPassageMarks(): PassageMarks {
  const colour = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  /** Where else the article has the same wording. */
  const paler = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.wordHighlightTextBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.wordHighlightTextBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.wordHighlightForeground'),
  });
  const marked = new Map<string, { range: vscode.Range; ref: PassageRef }>();
  const markIn = ({ uri }: vscode.TextDocument) => marked.get(uri.toString());
  const draw = (editor: vscode.TextEditor) => {
    const mark = markIn(editor.document);
    if (!mark) return;
    editor.setDecorations(colour, mark.range.isEmpty ? [] : [mark.range]);
    editor.setDecorations(paler, samePlaces(editor.document, mark.range));
  };
  return {
    set: ({ uri }, range, ref) => void marked.set(uri.toString(), { range, ref }),
    draw,
    passageOf(editor) {
      const article = editor && articleShownBy(editor.document.uri);
      return article && (markIn(editor.document)?.ref ?? { ...article, paragraph: 0, offset: 0, length: 0 });
    },
    dispose: vscode.Disposable.from(
      colour,
      paler,
      vscode.window.onDidChangeVisibleTextEditors(editors => editors.forEach(draw)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => marked.delete(uri.toString())),
    ).dispose,
  };
}

/** The other places of what a range has. */
function samePlaces(document: vscode.TextDocument, range: vscode.Range): vscode.Range[] {
  const wording = document.getText(range);
  return otherPlaces(document.getText(), wording, document.offsetAt(range.start)).map(
    at => new vscode.Range(document.positionAt(at), document.positionAt(at + wording.length)),
  );
}
