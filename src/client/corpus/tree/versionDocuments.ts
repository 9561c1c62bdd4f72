import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { ArticleRow } from '../../../server/protocol/corpusTree';
import type { ArticleRef } from '../../../server/protocol/exemplars';
import { SPEECH_DRAFT } from '../../draft/drafts';
import type { LanguageServer } from '../../server/languageServer';

/** Scheme of the read-only documents that are compared: an article as it is indexed, a paragraph a line. */
const VERSION = 'fanben-version';

/** Gives the text of those documents: asked of the index, no file is read. */
export function registerVersionDocuments(server: LanguageServer): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(VERSION, {
    provideTextDocumentContent: async ({ query }, token) => {
      const ref = JSON.parse(query) as ArticleRef;
      const article = await server.request('fanben/articleText', ref, token);
      return article?.text ?? vscode.l10n.t('The file is gone or changed: {0}', ref.path);
    },
  });
}

/** Shows what differs between two versions, the older on the left, in the editor's own way. */
export async function compareVersions(older: ArticleRow, newer: ArticleRow): Promise<void> {
  const isDated = older.date !== null && newer.date !== null && older.date !== newer.date;
  const nameOf = ({ date, path }: ArticleRow) => (isDated ? date : basename(path));
  const pair = `${nameOf(older)} ↔ ${nameOf(newer)} ${newer.title}`.trim();
  const title = vscode.l10n.t('{0} (compared)', pair);
  // As drafts they are wrapped and set for reading.
  for (const article of [older, newer]) {
    const document = await vscode.workspace.openTextDocument(addressOf(article));
    await vscode.languages.setTextDocumentLanguage(document, SPEECH_DRAFT);
  }
  await vscode.commands.executeCommand('vscode.diff', addressOf(older), addressOf(newer), title, { preview: true });
}

function addressOf({ path, entry, title, date }: ArticleRow): vscode.Uri {
  const name = [date, title].filter(Boolean).join(' ').replace(/[\\/]/g, '／');
  return vscode.Uri.from({ scheme: VERSION, path: `/${name}`, query: JSON.stringify({ path, entry }) });
}
