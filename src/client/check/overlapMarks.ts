import * as vscode from 'vscode';
import type { CheckedDrafts } from './checkedDrafts';

/** Marks what stands in articles, when the writer wants to see it; again takes the marks away. */
export function registerOverlapMarks(drafts: CheckedDrafts): vscode.Disposable {
  const colour = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.wordHighlightTextBackground'),
    border: '1px dotted',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.wordHighlightForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  let isShown = false;
  const draw = () => {
    for (const editor of vscode.window.visibleTextEditors) {
      const runs = (isShown && drafts.of(editor.document)?.overlap?.runs) || [];
      editor.setDecorations(
        colour,
        runs.map(({ range: { start, end } }) => new vscode.Range(start.line, start.character, end.line, end.character)),
      );
    }
  };
  return vscode.Disposable.from(
    colour,
    vscode.commands.registerCommand('fanben.toggleOverlap', async () => {
      const isChecked = drafts.of(vscode.window.activeTextEditor?.document)?.overlap != null;
      if (!isChecked) await vscode.commands.executeCommand('fanben.checkDraft');
      isShown = !isChecked || !isShown;
      draw();
    }),
    drafts.onDidChange(draw),
    vscode.window.onDidChangeVisibleTextEditors(draw),
  );
}
