import * as vscode from 'vscode';
import type { LibraryRow } from '../../server/protocol/corpusTree';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { inert } from '../ui/inert';
import { isAddress, keepLibraryKeys, libraryEntries, placeOf, saveLibraries } from './librarySettings';

/** Adding libraries and taking them out again, their keys, and looking at them now. */
export function registerLibraryCommands(
  { secrets }: Pick<vscode.ExtensionContext, 'secrets'>,
  server: LanguageServer,
): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  const attempt =
    <Args extends unknown[]>(run: (...args: Args) => Promise<void>) =>
    async (...args: Args) => {
      try {
        await run(...args);
      } catch (error) {
        await showFailure(vscode.l10n.t('That could not be done.'), error);
      }
    };
  return vscode.Disposable.from(
    registerCommand(
      'fanben.addLibrary',
      attempt(async (given?: string) => {
        const target = typeof given === 'string' ? given : await askTarget();
        if (!target) return;
        const entries = libraryEntries();
        if (!entries.some(entry => entry.target === target)) await saveLibraries([...entries, { target }]);
      }),
    ),
    registerCommand(
      'fanben.removeLibrary',
      attempt(async (row?: LibraryRow) => {
        const target = await targetOf(row, vscode.l10n.t('Remove Library'));
        if (!target) return;
        await keepLibraryKeys(secrets, target);
        await saveLibraries(libraryEntries().filter(entry => entry.target !== target));
      }),
    ),
    registerCommand(
      'fanben.setLibraryKeys',
      attempt(async (row?: LibraryRow) => {
        const target = await targetOf(row, vscode.l10n.t('Keys of Library'));
        const accessKeyId = target && (await vscode.window.showInputBox({ title: vscode.l10n.t('Access Key') }));
        if (!target || accessKeyId === undefined) return;
        const secretAccessKey =
          accessKeyId && (await vscode.window.showInputBox({ title: vscode.l10n.t('Secret Key'), password: true }));
        if (secretAccessKey === undefined) return;
        await keepLibraryKeys(secrets, target, accessKeyId ? { accessKeyId, secretAccessKey } : undefined);
        await server.reconfigure();
      }),
    ),
    registerCommand(
      'fanben.refreshLibrary',
      attempt(async (row?: LibraryRow) => server.notify('fanben/refreshLibraries', row ? { target: row.target } : {})),
    ),
  );
}

async function askTarget(): Promise<string | undefined> {
  const folder = { label: `$(folder) ${vscode.l10n.t('A shared folder…')}`, isFolder: true };
  const address = { label: `$(globe) ${vscode.l10n.t('An address (https:// or s3://)…')}`, isFolder: false };
  const chosen = await vscode.window.showQuickPick([folder, address], {
    title: vscode.l10n.t('Add Library'),
    placeHolder: vscode.l10n.t('Only what the library holds comes here; no text of yours leaves this machine'),
  });
  if (!chosen) return undefined;
  if (chosen.isFolder) {
    const picked = await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false });
    return picked?.[0]?.fsPath;
  }
  const given = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add Library'),
    prompt: 'https://…   s3://bucket/prefix?endpoint=https://…',
    validateInput: text =>
      isAddress(text.trim()) ? undefined : vscode.l10n.t('An address begins with https:// or s3://.'),
  });
  return given?.trim();
}

/** The library of the row that was clicked, else the one that is picked. */
async function targetOf(row: LibraryRow | undefined, title: string): Promise<string | undefined> {
  const entries = libraryEntries();
  if (row) return entries.find(entry => placeOf(entry) === row.target)?.target;
  const items = entries.map(({ target, name }) => ({
    label: inert(name ?? target),
    description: inert(target),
    target,
  }));
  return (await vscode.window.showQuickPick(items, { title }))?.target;
}
