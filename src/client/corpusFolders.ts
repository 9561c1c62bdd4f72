import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import { candidateFolders } from './candidateFolders';
import { readSettings } from './settings';

/** Absolute paths of the corpus folders that exist now. Files may be named too. */
export async function corpusFolders(): Promise<string[]> {
  const roots = vscode.workspace.workspaceFolders?.map(folder => folder.uri).filter(uri => uri.scheme === 'file') ?? [];
  const candidates = candidateFolders(
    readSettings().folders,
    roots.map(root => root.fsPath),
    homedir(),
  );
  const exists = await Promise.all(
    candidates.map(path =>
      vscode.workspace.fs.stat(vscode.Uri.file(path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return candidates.filter((_, index) => exists[index]);
}

/** Calls `listener` when a corpus folder of the workspace appears or goes: the server watches only what is in them. */
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
  const changes = [
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      watch();
      listener();
    }),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('fanben.corpus.folders')) watch();
    }),
  ];
  return vscode.Disposable.from({ dispose }, ...changes);
}
