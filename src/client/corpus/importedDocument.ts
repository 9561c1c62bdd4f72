import { basename } from 'node:path';
import * as vscode from 'vscode';
import { SPEECH_DRAFT } from '../draft/drafts';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { type ImportedWords, importedText } from './importedText';

/** Scheme of read-only documents: what was removed from a file of the corpus, and what is to be looked at. */
const IMPORTED_FILE = 'fanben-imported';

export function registerImportedDocuments(server: LanguageServer): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(IMPORTED_FILE, {
    provideTextDocumentContent: async (uri, token) => {
      const { path } = JSON.parse(uri.query) as { path: string };
      const imported = await server.request('fanben/imported', { path }, token);
      return imported ? importedText(path, imported, words()) : vscode.l10n.t('The file is gone or changed: {0}', path);
    },
  });
}

/** Opens the document about the file at this absolute path, as it is now, beside what is being written. */
export async function openImported(path: string): Promise<void> {
  try {
    const name = vscode.l10n.t('Removed and to look at: {0}', basename(path));
    // The time makes it another document: one that is open already is not asked for again.
    const query = JSON.stringify({ path, asked: Date.now() });
    const uri = vscode.Uri.from({ scheme: IMPORTED_FILE, path: `/${name}`, query });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, SPEECH_DRAFT);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  } catch (error) {
    await showFailure(vscode.l10n.t('What was removed cannot be shown: {0}.', path), error);
  }
}

function words(): ImportedWords {
  return {
    reasons: {
      furniture: vscode.l10n.t('page furniture'),
      recurring: vscode.l10n.t('recurs at the edges of this source (number of the paragraph)'),
      'repeated-title': vscode.l10n.t('title repeated'),
      noise: vscode.l10n.t('noise'),
      reading: vscode.l10n.t('pronunciation'),
      markup: vscode.l10n.t('markup'),
      metadata: vscode.l10n.t('credits and dates'),
    },
    removed: vscode.l10n.t('Removed'),
    problems: vscode.l10n.t('To look at'),
    line: number => vscode.l10n.t('Line {0}', number),
    nothing: vscode.l10n.t('Nothing was removed, and there is nothing to look at.'),
    cut: count => vscode.l10n.t('Only the first {0} are shown.', count),
  };
}
