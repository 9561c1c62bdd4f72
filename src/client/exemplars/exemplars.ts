import * as vscode from 'vscode';
import { paths } from '../../paths/pathIdentity';
import type { ArticleEntry, ArticleRef } from '../../server/protocol/exemplars';
import type { LanguageServer } from '../server/languageServer';
import { whenRunning } from '../server/whenRunning';

/** Key of the pinned articles in the state of the workspace. */
const PINNED = 'exemplars';

/** An article that the writer has pinned; its title is kept, so that a file that is gone can be named. */
export type Pinned = ArticleRef & Pick<ArticleEntry, 'title'>;

/** The pinned articles of this workspace, in the order they were pinned. */
export interface Exemplars extends vscode.Disposable {
  readonly pinned: readonly Pinned[];
  readonly onDidChange: vscode.Event<void>;
  pin(article: ArticleEntry): Promise<void>;
  remove(article: ArticleRef): Promise<void>;
}

/** Keeps them over sessions, and tells the server. */
export function createExemplars(context: vscode.ExtensionContext, server: LanguageServer): Exemplars {
  const changes = new vscode.EventEmitter<void>();
  let pinned = context.workspaceState.get<Pinned[]>(PINNED, []);

  const tell = () => {
    const articles = pinned.map(({ path, entry }) => ({ path, entry }));
    // A server that has just failed is told when it runs again.
    return server.notify('fanben/setExemplars', { articles }).catch(() => {});
  };
  const become = async (next: Pinned[]) => {
    pinned = next;
    await context.workspaceState.update(PINNED, pinned);
    changes.fire();
    // A server that does not run is told when it does.
    if (server.state.phase === 'running') await tell();
  };
  const watching = whenRunning(server, () => {
    if (pinned.length > 0) void tell();
  });
  return {
    get pinned() {
      return pinned;
    },
    onDidChange: changes.event,
    pin: ({ path, entry, title }) =>
      become([...pinned.filter(other => !isSame(other, { path, entry })), { path, entry, title }]),
    remove: article => become(pinned.filter(other => !isSame(other, article))),
    dispose: () => vscode.Disposable.from(watching, changes).dispose(),
  };
}

function isSame(a: ArticleRef, b: ArticleRef): boolean {
  return a.entry === b.entry && paths.isSame(a.path, b.path);
}
