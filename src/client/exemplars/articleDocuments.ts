import * as vscode from 'vscode';
import { paths } from '../../paths/pathIdentity';
import { corpusFolders } from '../corpus/corpusFolders';
import { isDraft } from '../draft/drafts';
import { articleShownBy } from '../sources/sourceUri';

/** The documents that are articles of the corpus, as far as the editor shows them. */
export interface ArticleDocuments extends vscode.Disposable {
  /** The file a document is, and the number of the article in it where that is known. */
  articleOf(document: vscode.TextDocument): { path: string; entry?: number } | undefined;
  /** Another document is one, or none any more. */
  readonly onDidChange: vscode.Event<void>;
  /** The draft that was written in last, where it is still in sight: what is inserted from a view goes there. */
  lastDraft(): vscode.TextEditor | undefined;
}

/** Tells menus (`fanben.isArticle`) whether the active editor shows an article. */
export function createArticleDocuments(): ArticleDocuments {
  let folders: readonly string[] = [];
  let draft: vscode.TextDocument | undefined;

  const articleOf = (document: vscode.TextDocument): { path: string; entry?: number } | undefined => {
    const { scheme, fsPath: path } = document.uri;
    const shown = articleShownBy(document.uri);
    if (shown) return shown;
    return scheme === 'file' && folders.some(folder => paths.isWithin(path, folder)) ? { path } : undefined;
  };
  const changes = new vscode.EventEmitter<void>();
  const look = async () => {
    const before = folders.join('\n');
    folders = await corpusFolders();
    if (folders.join('\n') !== before) changes.fire();
    const active = vscode.window.activeTextEditor?.document;
    const isArticle = active !== undefined && articleOf(active) !== undefined;
    if (active && !isArticle && isDraft(active)) draft = active;
    await vscode.commands.executeCommand('setContext', 'fanben.isArticle', isArticle);
  };
  void look();
  const watching = vscode.window.onDidChangeActiveTextEditor(look);
  return {
    articleOf,
    onDidChange: changes.event,
    lastDraft: () => vscode.window.visibleTextEditors.find(({ document }) => document === draft),
    dispose: () => vscode.Disposable.from(watching, changes).dispose(),
  };
}
