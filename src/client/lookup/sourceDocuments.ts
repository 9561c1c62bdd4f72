import * as vscode from 'vscode';
import type { PassageRef, Source } from '../../server/protocol/passages';
import type { LanguageServer } from '../server/languageServer';

/**
 * Scheme of the documents in which sources are read. A document of a provider cannot be edited, whatever is typed: the files of
 * the corpus themselves are opened by `openSourceFile` alone.
 */
export const SOURCE = 'fanben-source';

type Article = Extract<Source, { kind: 'article' }>;

/** Address of an article as a document to read; it says all that is needed to show it again after a reload. */
export function sourceUri({ path, entry, title }: Pick<Article, 'path' | 'entry' | 'title'>): vscode.Uri {
  const name = title.replace(/[\\/]/g, '／');
  return vscode.Uri.from({ scheme: SOURCE, path: `/${name}`, query: JSON.stringify({ path, entry }) });
}

/** The article that a document shows; undefined where it is none of ours. */
export function articleShownBy({ scheme, query }: vscode.Uri): { path: string; entry: number } | undefined {
  return scheme === SOURCE ? (JSON.parse(query) as { path: string; entry: number }) : undefined;
}

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
