import * as vscode from 'vscode';
import type { PassageRef } from '../../server/protocol/passages';
import type { LanguageServer } from '../server/languageServer';
import { articleShownBy, SOURCE } from './sourceUri';

/** Gives the documents their text, and a new one when the index has changed. */
export function registerSourceDocuments(server: LanguageServer): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  let indexed = '';
  return vscode.Disposable.from(
    changes,
    vscode.workspace.registerTextDocumentContentProvider(SOURCE, {
      onDidChange: changes.event,
      provideTextDocumentContent: async (uri, token) => {
        const start: PassageRef = { ...articleShownBy(uri)!, paragraph: 0, offset: 0, length: 0 };
        const source = await server.request('fanben/source', start, token);
        if (source?.kind === 'article') return source.text;
        return source?.message ?? vscode.l10n.t('The file is gone or changed: {0}', start.path);
      },
    }),
    server.onDidChangeState(({ status }) => {
      if (status?.state !== 'ready') return;
      const now = `${status.articles} ${status.characters}`;
      if (now === indexed) return;
      indexed = now;
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SOURCE) changes.fire(uri);
    }),
  );
}
