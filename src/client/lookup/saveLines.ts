import * as vscode from 'vscode';
import type { SearchParams } from '../../server/protocol/search';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';

/** Asks where to, and saves the lines of a search as a table for spreadsheets or a document for Word, as the name of the file says. */
export async function saveLines(server: LanguageServer, params: SearchParams): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${params.words.replace(/[\\/:*?"<>|\s]/g, '_')}.csv`;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [vscode.l10n.t('Table')]: ['csv'], [vscode.l10n.t('Word Document')]: ['docx'] },
  });
  if (!target) return;
  try {
    const format = /\.docx$/i.test(target.path) ? 'docx' : 'csv';
    const bytes = await server.request('fanben/linesFile', { ...params, format });
    await vscode.workspace.fs.writeFile(target, Buffer.from(bytes ?? '', 'base64'));
  } catch (error) {
    await showFailure(vscode.l10n.t('The table cannot be saved: {0}.', target.fsPath), error);
  }
}
