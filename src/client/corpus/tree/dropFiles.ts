import { basename } from 'node:path';
import * as vscode from 'vscode';
import { readSettings } from '../../settings';
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
  const kinds = await Promise.all(dropped.map(({ uri }) => kindOf(uri)));
  const files = dropped.filter((_, i) => kinds[i] === 'file');
  // A pipe or a device: copying it would have no end. What is too large would not be read.
  const tooLarge = vscode.l10n.t('larger than {0} MB', readSettings().maxFileBytes / 1024 ** 2);
  const reasons = { other: vscode.l10n.t('neither a file nor a folder'), large: tooLarge };
  const toldOf = (kind: keyof typeof reasons) =>
    dropped.filter((_, i) => kinds[i] === kind).map(({ name }) => `${name}（${reasons[kind]}）`);
  tellRefused([...toldOf('other'), ...toldOf('large')]);
  for (const { uri } of dropped.filter((_, i) => kinds[i] === 'folder'))
    await vscode.commands.executeCommand('fanben.addCorpusFolder', uri);
  if (files.length === 0) return;
  const given = await corpusFolders();
  const givenKinds = await Promise.all(given.map(path => kindOf(vscode.Uri.file(path))));
  const folders = given.filter((_, i) => givenKinds[i] === 'folder');
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
  tellRefused(refused);
}

/** A notification of more is read by nobody. */
const MOST_TOLD = 8;

function tellRefused(refused: readonly string[]): void {
  if (refused.length === 0) return;
  const rest = refused.length > MOST_TOLD ? ` … (${refused.length})` : '';
  void tell.warning(vscode.l10n.t('Not copied: {0}', refused.slice(0, MOST_TOLD).join('、') + rest));
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

/** What cannot be looked at is taken for a file: copying it says why. */
async function kindOf(uri: vscode.Uri | undefined): Promise<'file' | 'folder' | 'large' | 'other'> {
  const found = uri && (await vscode.workspace.fs.stat(uri).then(undefined, () => undefined));
  if (!found) return 'file';
  if ((found.type & vscode.FileType.Directory) !== 0) return 'folder';
  if ((found.type & vscode.FileType.File) === 0) return 'other';
  return found.size > readSettings().maxFileBytes ? 'large' : 'file';
}

const exists = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
