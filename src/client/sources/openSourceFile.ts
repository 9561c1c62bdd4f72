import * as vscode from 'vscode';
import type { Location, PassageRef } from '../../server/protocol/passages';
import type { Position } from '../../server/protocol/schema';
import { SPEECH_DRAFT } from '../draft/drafts';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { tell } from '../ui/tell';

/**
 * Opens the file of a passage itself, to be edited: the writer has asked for it by name. A text file in the editor, in its own
 * encoding and at the passage; any other in the program that the system has for it.
 */
export async function openSourceFile(server: LanguageServer, ref: PassageRef): Promise<void> {
  try {
    const place = await server.request('fanben/locate', ref);
    if (!place) throw new Error(vscode.l10n.t('The language server gave no answer.'));
    if (place.kind === 'gone') void tell.warning(place.message);
    else if (place.kind === 'document') await vscode.env.openExternal(vscode.Uri.file(place.path));
    else await edit(place);
  } catch (error) {
    await showFailure(vscode.l10n.t('The source cannot be opened: {0}.', ref.path), error);
  }
}

async function edit(place: Extract<Location, { kind: 'file' }>): Promise<void> {
  const position = ({ line, character }: Position) => new vscode.Position(line, character);
  const range = new vscode.Range(position(place.start), position(place.end));
  // The cursor before the wording, not a selection that the next key would replace.
  const selection = new vscode.Range(range.start, range.start);
  const editor = await vscode.window.showTextDocument(await open(place), { selection, preview: true });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
}

async function open({ path, encoding }: Extract<Location, { kind: 'file' }>): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.file(path);
  const isOpen = vscode.workspace.textDocuments.some(({ uri: opened }) => opened.toString() === uri.toString());
  // An open document keeps the encoding and language that the writer gave it; changing it under unsaved edits would fail.
  if (isOpen) return vscode.workspace.openTextDocument(uri);
  const document = await vscode.workspace.openTextDocument(uri, { encoding });
  // Plain text has lines as long as its paragraphs: as a draft it is wrapped and set for reading.
  return document.languageId === 'plaintext'
    ? vscode.languages.setTextDocumentLanguage(document, SPEECH_DRAFT)
    : document;
}
