import * as vscode from 'vscode';
import type { Source } from '../../server/protocol/passages';

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
