import { basename } from 'node:path';
import * as vscode from 'vscode';
import { inert } from '../../ui/inert';
import { tell } from '../../ui/tell';
import { corpusFolders } from '../corpusFolders';
import type { Node } from './node';

/** A file that was dropped: from a folder of this machine, or with its bytes only, as browsers give it. */
interface Dropped {
  readonly name: string;
  readonly uri?: vscode.Uri;
  readonly bytes?: () => Thenable<Uint8Array>;
}

/**
 * Folders that are dropped become corpus folders, where they are. Files are copied into a folder of the writer's
 * choice, the one they are dropped on before the others; none replaces another.
 */
export async function dropOnCorpus(target: Node | undefined, data: vscode.DataTransfer): Promise<void> {
  const dropped = await droppedFiles(data);
  const kinds = await Promise.all(dropped.map(({ uri }) => isFolder(uri)));
  const files = dropped.filter((_, i) => !kinds[i]);
  for (const { uri } of dropped.filter((_, i) => kinds[i]))
    await vscode.commands.executeCommand('fanben.addCorpusFolder', uri);
  if (files.length === 0) return;
  const given = await corpusFolders();
  const areFolders = await Promise.all(given.map(path => isFolder(vscode.Uri.file(path))));
  const folders = given.filter((_, i) => areFolders[i]);
  if (folders.length === 0) {
    void tell.information(vscode.l10n.t('Add a corpus folder first: the files are copied into it.'));
    return;
  }
  const folder = await pickFolder(target?.kind === 'folder' ? [target.path, ...folders] : folders, files.length);
  if (folder !== undefined) await copyAll(files, vscode.Uri.file(folder));
}

async function pickFolder(folders: readonly string[], count: number): Promise<string | undefined> {
  const items = [...new Set(folders)].map(folder => ({
    label: `$(folder) ${inert(basename(folder))}`,
    description: inert(folder),
    folder,
  }));
  const title =
    count === 1
      ? vscode.l10n.t('Copy the file into which corpus folder?')
      : vscode.l10n.t('Copy {0} files into which corpus folder?', count);
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.folder;
}

async function copyAll(files: readonly Dropped[], folder: vscode.Uri): Promise<void> {
  const refused: string[] = [];
  for (const { name, uri, bytes } of files) {
    const target = vscode.Uri.joinPath(folder, name);
    try {
      if (uri) await vscode.workspace.fs.copy(uri, target, { overwrite: false });
      else if (await exists(target)) throw vscode.FileSystemError.FileExists(target);
      else await vscode.workspace.fs.writeFile(target, await bytes!());
    } catch (error) {
      refused.push(`${name}（${(error as vscode.FileSystemError).code ?? String(error)}）`);
    }
  }
  if (refused.length > 0) {
    void tell.warning(vscode.l10n.t('Not copied: {0}', refused.join('、')));
  }
}

async function droppedFiles(data: vscode.DataTransfer): Promise<Dropped[]> {
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const uris = list
    .split(/\r?\n/)
    .filter(line => line !== '' && !line.startsWith('#'))
    .flatMap(uriOf);
  if (uris.length > 0) return uris.map(uri => ({ name: basename(uri.path), uri }));
  const files: Dropped[] = [];
  for (const [, item] of data) {
    const file = item.asFile();
    if (file)
      files.push({ name: basename(file.name), ...(file.uri ? { uri: file.uri } : { bytes: () => file.data() }) });
  }
  return files;
}

/** Whoever drags writes the list, and anything may stand in it. */
function uriOf(line: string): vscode.Uri[] {
  try {
    return [vscode.Uri.parse(line)];
  } catch {
    return [];
  }
}

async function isFolder(uri: vscode.Uri | undefined): Promise<boolean> {
  if (!uri) return false;
  const found = await vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
  return found !== undefined && (found.type & vscode.FileType.Directory) !== 0;
}

const exists = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
