import type * as vscode from 'vscode';
import { addressAfter, type Renamed } from '../../paths/renamedAddress';

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
    rename: (renames: readonly Renamed[]): Thenable<void> =>
      state.update(
        DRAFTS,
        all().map(uri => addressAfter(renames, uri)),
      ),
    remove: (uri: vscode.Uri): Thenable<void> => state.update(DRAFTS, without(uri)),
  };
}
