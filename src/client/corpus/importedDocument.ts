import { basename } from 'node:path';
import * as vscode from 'vscode';
import { SPEECH_DRAFT } from '../draft/drafts';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { type ImportedWords, importedPage, type KeepableRow } from './importedText';

/** Scheme of read-only documents: what was removed from a file of the corpus, and what is to be looked at. */
const IMPORTED_FILE = 'fanben-imported';

/** Pages whose rows are remembered: the last ones. That a page was closed cannot be told from that it was given a language. */
const MOST_PAGES = 20;

/**
 * The documents themselves, and what one does in them: a line that was removed wrongly is kept by a click above it, or by Enter in
 * it, and let go again likewise. That is noted for good, and the file is read again.
 */
export function registerImportedDocuments(server: LanguageServer): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const lenses = new vscode.EventEmitter<void>();
  const rows = new Map<string, readonly KeepableRow[]>();
  const pathOf = (uri: vscode.Uri) => (JSON.parse(uri.query) as { path: string }).path;

  const keep = async (uri: vscode.Uri, { entry, line, isKept }: KeepableRow) => {
    try {
      await server.request('fanben/keepLine', { path: pathOf(uri), entry, line, isKept: !isKept });
      changes.fire(uri);
    } catch (error) {
      await showFailure(vscode.l10n.t('That could not be noted.'), error);
    }
  };
  return vscode.Disposable.from(
    changes,
    lenses,
    vscode.workspace.registerTextDocumentContentProvider(IMPORTED_FILE, {
      onDidChange: changes.event,
      provideTextDocumentContent: async (uri, token) => {
        const path = pathOf(uri);
        const imported = await server.request('fanben/imported', { path }, token);
        if (!imported) return vscode.l10n.t('The file is gone or changed: {0}', path);
        const page = importedPage(path, imported, words());
        rows.delete(uri.toString()); // to come back as the newest
        rows.set(uri.toString(), page.rows);
        if (rows.size > MOST_PAGES) rows.delete(rows.keys().next().value!);
        lenses.fire();
        return page.text;
      },
    }),
    vscode.languages.registerCodeLensProvider(
      { scheme: IMPORTED_FILE },
      {
        onDidChangeCodeLenses: lenses.event,
        provideCodeLenses: ({ uri }) =>
          (rows.get(uri.toString()) ?? []).map(keepable => {
            const title = keepable.isKept ? vscode.l10n.t('Remove it after all') : vscode.l10n.t('Keep this line');
            const command = { command: 'fanben.keepLine', title, arguments: [keepable.row] };
            return new vscode.CodeLens(new vscode.Range(keepable.row, 0, keepable.row, 0), command);
          }),
      },
    ),
    vscode.commands.registerCommand('fanben.keepLine', async (clicked?: number) => {
      const editor = vscode.window.visibleTextEditors.find(
        ({ document }) => document.uri.scheme === IMPORTED_FILE && rows.has(document.uri.toString()),
      );
      const active = vscode.window.activeTextEditor;
      const { document, selection } = active?.document.uri.scheme === IMPORTED_FILE ? active : (editor ?? {});
      if (!document) return;
      const row = typeof clicked === 'number' ? clicked : selection?.active.line;
      const keepable = rows.get(document.uri.toString())?.find(candidate => candidate.row === row);
      if (keepable) await keep(document.uri, keepable);
    }),
  );
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
      viewColumn: vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
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
    kept: vscode.l10n.t('Kept'),
    line: number => vscode.l10n.t('Line {0}', number),
    nothing: vscode.l10n.t('Nothing was removed, and there is nothing to look at.'),
    cut: count => vscode.l10n.t('Only the first {0} are shown.', count),
    hint: vscode.l10n.t(
      'What was removed wrongly: Enter in its line, or a click above it, keeps it, and lets it go again. It stays kept when the file is read again or moved.',
    ),
  };
}
