import * as vscode from 'vscode';
import { SPEECH_DRAFT } from '../draft/drafts';

/** Documents that only show something have schemes of this family. */
const OURS = /^fanben-/;

/**
 * Sets every page of ours for reading, whoever has opened it, and after a reload, too: as a draft it is wrapped, and nothing stands over
 * its lines. A paragraph is one line.
 */
export function registerReadingPages(): vscode.Disposable {
  const set = (editors: readonly vscode.TextEditor[]) => {
    for (const { document } of editors) {
      if (OURS.test(document.uri.scheme) && document.languageId !== SPEECH_DRAFT)
        void vscode.languages.setTextDocumentLanguage(document, SPEECH_DRAFT);
    }
  };
  set(vscode.window.visibleTextEditors);
  return vscode.window.onDidChangeVisibleTextEditors(set);
}

/** Opens a page of ours already set for reading, so that it is not seen to change. */
export async function openForReading(uri: vscode.Uri): Promise<vscode.TextDocument> {
  return vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), SPEECH_DRAFT);
}

/** Beside the draft; where a page of ours is what the writer reads already, in its place; where nothing is open, there. */
export function readingColumn(): vscode.ViewColumn {
  const active = vscode.window.activeTextEditor;
  if (!active) return vscode.ViewColumn.Active;
  const isOurs = OURS.test(active.document.uri.scheme) || (active.viewColumn ?? 1) > 1;
  return isOurs ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}
