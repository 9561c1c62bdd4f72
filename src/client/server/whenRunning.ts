import type * as vscode from 'vscode';
import type { LanguageServer } from './languageServer';

/** Calls `tell` each time a server begins to run: it knows nothing of what the one before was told. */
export function whenRunning(server: LanguageServer, tell: () => void): vscode.Disposable {
  let isRunning = false;
  return server.onDidChangeState(({ phase }) => {
    const isNew = phase === 'running' && !isRunning;
    isRunning = phase === 'running';
    if (isNew) tell();
  });
}
