import * as vscode from 'vscode';
import { setting } from '../settings';
import { inert } from '../ui/inert';
import { corpusFolders } from './corpusFolders';

/** Adding folders of articles to the setting, and taking them out of it: the server follows the setting. */
export function registerCorpusFolderCommands(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.addCorpusFolder', async (chosen?: vscode.Uri) => {
      const folders = chosen ? [chosen] : await askForFolders();
      if (!folders) return;
      const { list, target } = listed();
      const paths = folders.map(({ fsPath }) => fsPath).filter(path => !list.includes(path));
      await save([...list, ...paths], target);
    }),
    vscode.commands.registerCommand('fanben.removeCorpusFolder', async (entry?: string) => {
      const { list, target } = listed();
      const entries = typeof entry === 'string' ? [entry] : await askWhich(list);
      if (entries) await save(withoutEntries(list, entries), target);
    }),
  );
}

/** The list in force. One in the workspace hides the writer's own; elsewhere a corpus serves every workspace. */
function listed(): { list: string[]; target: vscode.ConfigurationTarget } {
  const settings = vscode.workspace.getConfiguration('fanben');
  const { workspaceValue } = settings.inspect<string[]>('corpus.folders') ?? {};
  const target = workspaceValue ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  return { list: setting<string[]>('corpus.folders'), target };
}

function save(list: readonly string[], target: vscode.ConfigurationTarget): Thenable<void> {
  return vscode.workspace.getConfiguration('fanben').update('corpus.folders', list, target);
}

function withoutEntries(list: readonly string[], entries: readonly string[]): string[] {
  return list.filter(entry => !entries.includes(entry));
}

/** Which entries are to go: those that name folders first, then names that no folder has now. The files stay where they are. */
async function askWhich(list: readonly string[]): Promise<string[] | undefined> {
  const present = new Set(await corpusFolders());
  const items = list.map(entry => ({
    label: inert(entry),
    description: inert(present.has(entry) ? '' : inWorkspace(entry, present)),
    entry,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Remove Corpus Folder'),
    placeHolder: vscode.l10n.t(
      'What is removed here is no longer searched, and its text leaves the index; its files stay',
    ),
    canPickMany: true,
  });
  return chosen && chosen.length > 0 ? chosen.map(({ entry }) => entry) : undefined;
}

/** Where a name of the list is found in the workspace. */
function inWorkspace(entry: string, present: ReadonlySet<string>): string {
  const found = [...present].find(path => path.replaceAll('\\', '/').endsWith(`/${entry.replaceAll('\\', '/')}`));
  return found ? vscode.workspace.asRelativePath(found) : vscode.l10n.t('not there now');
}

function askForFolders(): Thenable<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: vscode.l10n.t('Add Corpus Folder'),
    openLabel: vscode.l10n.t('Add to Corpus'),
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: true,
  });
}
