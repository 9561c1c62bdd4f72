import * as vscode from 'vscode';
import type { CheckOutcome } from '../../server/protocol/check';
import type { LanguageServer } from '../server/languageServer';

/** The drafts that the writer has had checked, and what was found last. */
export interface CheckedDrafts extends vscode.Disposable {
  of(document: vscode.TextDocument | undefined): CheckOutcome | undefined;
  /** Something about one of them is another now. */
  readonly onDidChange: vscode.Event<void>;
}

/** Hears what the server tells of them, until they are closed or the server is another. */
export function createCheckedDrafts(server: LanguageServer): CheckedDrafts {
  const outcomes = new Map<string, CheckOutcome>();
  const changes = new vscode.EventEmitter<void>();
  const put = (uri: string, outcome: CheckOutcome | null) => {
    if (outcome) outcomes.set(uri, outcome);
    else if (!outcomes.delete(uri)) return;
    changes.fire();
  };
  const subscriptions = vscode.Disposable.from(
    changes,
    server.onDidCheck(({ uri, outcome }) => put(uri, outcome)),
    server.onDidChangeState(({ phase }) => {
      if (phase === 'running' || outcomes.size === 0) return;
      outcomes.clear();
      changes.fire();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => put(uri.toString(), null)),
  );
  return {
    of: document => document && outcomes.get(document.uri.toString()),
    onDidChange: changes.event,
    dispose: () => subscriptions.dispose(),
  };
}
