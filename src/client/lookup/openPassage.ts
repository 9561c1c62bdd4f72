import * as vscode from 'vscode';
import type { Location, PassageRef } from '../../server/protocol/passages';
import type { Position } from '../../server/protocol/schema';
import { SPEECH_DRAFT } from '../draft/drafts';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { articleUri, EXTRACTED_ARTICLE } from './extractedArticle';

/** Opens the source of a passage beside the draft, the wording selected. Links in hovers and the look-up call it. */
export function registerOpenPassage(server: LanguageServer): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.openPassage', async (ref: PassageRef, keepFocus = false) => {
    try {
      const place = await server.request('fanben/locate', ref);
      if (!place) throw new Error(vscode.l10n.t('The language server gave no answer.'));
      if (place.kind === 'gone') void vscode.window.showWarningMessage(place.message);
      else await show(await open(place), place, keepFocus);
    } catch (error) {
      await showFailure(vscode.l10n.t('The source cannot be opened: {0}.', ref.path), error);
    }
  });
}

type Found = Exclude<Location, { kind: 'gone' }>;

async function open(place: Found): Promise<vscode.TextDocument> {
  if (place.kind === 'extracted') {
    const document = await vscode.workspace.openTextDocument(articleUri(place));
    return vscode.languages.setTextDocumentLanguage(document, SPEECH_DRAFT);
  }
  const uri = vscode.Uri.file(place.path);
  const isOpen = vscode.workspace.textDocuments.some(({ uri: opened }) => opened.toString() === uri.toString());
  // An open document keeps the encoding and language that the writer gave it; changing it under unsaved edits would fail.
  if (isOpen) return vscode.workspace.openTextDocument(uri);
  const document = await vscode.workspace.openTextDocument(uri, { encoding: place.encoding });
  // Plain text has lines as long as its paragraphs: as a draft it is wrapped and set for reading.
  return document.languageId === 'plaintext'
    ? vscode.languages.setTextDocumentLanguage(document, SPEECH_DRAFT)
    : document;
}

async function show(document: vscode.TextDocument, { start, end }: Found, preserveFocus: boolean): Promise<void> {
  const position = ({ line, character }: Position) => new vscode.Position(line, character);
  const editor = await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(position(start), position(end)),
    viewColumn: sourceColumn(),
    preserveFocus,
    preview: true,
  });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
}

/** Beside the draft; where a source is what the writer reads already, in its place. */
function sourceColumn(): vscode.ViewColumn {
  const active = vscode.window.activeTextEditor;
  const isSource = active && (active.document.uri.scheme === EXTRACTED_ARTICLE || (active.viewColumn ?? 1) > 1);
  return isSource ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}
