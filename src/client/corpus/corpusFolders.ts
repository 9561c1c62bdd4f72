import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import { readSettings } from '../settings';
import { candidateFolders } from './candidateFolders';

/**
 * Absolute paths of the corpus folders, written as the editor writes those of documents. Files may be named too. A name in the
 * workspace counts where it exists; a path that the writer has given stays although its drive is not there now, and so does
 * what is indexed of it.
 */
export async function corpusFolders(): Promise<string[]> {
  const roots = vscode.workspace.workspaceFolders?.map(folder => folder.uri).filter(uri => uri.scheme === 'file') ?? [];
  const candidates = candidateFolders(
    readSettings().folders,
    roots.map(root => root.fsPath),
    homedir(),
  );
  // The editor writes the letter of a drive small: `D:\\讲话` of the settings is `d:\\讲话` of a document.
  const uris = candidates.map(path => vscode.Uri.file(path));
  const exists = await Promise.all(
    uris.map(uri =>
      vscode.workspace.fs.stat(uri).then(
        () => true,
        () => false,
      ),
    ),
  );
  const given = new Set(candidateFolders(readSettings().folders.filter(isGiven), [], homedir()));
  return uris.filter((_, index) => exists[index] || given.has(candidates[index]!)).map(({ fsPath }) => fsPath);
}

/** A path, rather than a name in the workspace. */
function isGiven(entry: string): boolean {
  return isAbsolute(entry.trim()) || /^\s*~[\\/]/.test(entry);
}

/**
 * Calls `listener` when a corpus folder of the workspace may have come or gone; the server watches only what is in them.
 * Not every system tells of new folders, but a writer who made one elsewhere comes back to this window.
 */
export function onCorpusFoldersChange(listener: () => void): vscode.Disposable {
  let watchers: vscode.Disposable[] = [];
  const dispose = () => vscode.Disposable.from(...watchers).dispose();
  const watch = () => {
    dispose();
    const names = readSettings().folders.filter(entry => !isAbsolute(entry) && !entry.startsWith('~'));
    watchers = (vscode.workspace.workspaceFolders ?? []).flatMap(folder =>
      names.flatMap(name => {
        const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name), false, true);
        return [watcher, watcher.onDidCreate(listener), watcher.onDidDelete(listener)];
      }),
    );
  };
  watch();
  return vscode.Disposable.from(
    { dispose },
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('fanben.corpus.folders')) watch();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      watch();
      listener();
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) listener();
    }),
    vscode.window.onDidChangeActiveTextEditor(listener),
  );
}
