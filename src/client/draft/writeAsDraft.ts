import * as vscode from 'vscode';
import { draftFiles } from './draftFiles';
import { SPEECH_DRAFT } from './drafts';
import { onFirstSave } from './firstSaves';
import { renamesOf } from './renamesOf';

/**
 * Turns the document of the active editor into a speech draft; without one, opens an empty draft. A file stays one: it is opened as
 * a draft from then on, until the writer gives it another language. No setting is changed for that.
 */
export function registerWriteAsDraft(context: vscode.ExtensionContext): vscode.Disposable {
  const files = draftFiles(context.workspaceState);
  /** The document whose change of language the editor is just telling of: it closes it and opens it again, at once. */
  let changing: string | undefined;

  const turn = (document: vscode.TextDocument) => vscode.languages.setTextDocumentLanguage(document, SPEECH_DRAFT);
  const write = async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return newDraft();
    if (document.uri.scheme === 'file') await files.add(document.uri);
    await turn(document);
  };
  const opened = async (document: vscode.TextDocument) => {
    if (document.languageId === SPEECH_DRAFT || !files.has(document.uri)) return;
    if (changing === document.uri.toString()) await files.remove(document.uri);
    else await turn(document);
  };
  for (const document of vscode.workspace.textDocuments) void opened(document);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.writeAsDraft', write),
    vscode.commands.registerCommand('fanben.newDraft', newDraft),
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidRenameFiles(({ files: renamed }) => files.rename(renamesOf(renamed))),
    onFirstSave(async (untitled, file) => {
      if (untitled.languageId !== SPEECH_DRAFT || NAMED_DRAFT.test(file.uri.path)) return;
      await files.add(file.uri);
      if (file.languageId !== SPEECH_DRAFT) await turn(file);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      changing = uri.toString();
      queueMicrotask(() => {
        changing = undefined;
      });
    }),
  );
}

/** A file that is a draft by its name. */
const NAMED_DRAFT = /\.gao$/i;

async function newDraft(): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: SPEECH_DRAFT }));
}
