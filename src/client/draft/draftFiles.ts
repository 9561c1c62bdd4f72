import type * as vscode from 'vscode';

/** Key of the files in the state of the workspace. */
const DRAFTS = 'speechDrafts';
/** Those named longest ago are forgotten first. */
const MOST = 500;

/** Files that the writer writes as speech drafts, though their names do not say so: remembered for the workspace. */
export function draftFiles(state: vscode.Memento) {
  const all = () => state.get<string[]>(DRAFTS, []);
  const without = (uri: vscode.Uri) => all().filter(other => other !== uri.toString());
  return {
    has: (uri: vscode.Uri): boolean => all().includes(uri.toString()),
    add: (uri: vscode.Uri): Thenable<void> => state.update(DRAFTS, [...without(uri), uri.toString()].slice(-MOST)),
    remove: (uri: vscode.Uri): Thenable<void> => state.update(DRAFTS, without(uri)),
  };
}
