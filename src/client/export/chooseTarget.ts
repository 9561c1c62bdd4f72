import * as vscode from 'vscode';
import { paths } from '../../paths/pathIdentity';
import { corpusFolders } from '../corpus/corpusFolders';
import { tell } from '../ui/tell';

const EXTENSION = '.docx';

/** Where the writer wants the document, asked for beside the draft. `undefined` where they think better of it. */
export async function chooseTarget(draft: vscode.TextDocument, name: string): Promise<vscode.Uri | undefined> {
  const folder = draft.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(draft.uri, '..');
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export to Word'),
    saveLabel: vscode.l10n.t('Export'),
    filters: { [vscode.l10n.t('Word Document')]: [EXTENSION.slice(1)] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
  if (!chosen) return undefined;
  const target = chosen.path.toLowerCase().endsWith(EXTENSION)
    ? chosen
    : chosen.with({ path: chosen.path + EXTENSION });
  // The dialog has asked about the name it knew.
  if (target !== chosen && (await exists(target)) && !(await confirmed(overwriting(target)))) return undefined;
  const isInCorpus = (await corpusFolders()).some(path => paths.isWithin(target.fsPath, path));
  return isInCorpus && !(await confirmed(joiningCorpus(target))) ? undefined : target;
}

interface Question {
  readonly message: string;
  readonly detail: string;
  readonly yes: string;
}

const overwriting = (target: vscode.Uri): Question => ({
  message: vscode.l10n.t('{0} exists. Replace it?', nameOf(target)),
  detail: vscode.l10n.t('What it holds now will be lost.'),
  yes: vscode.l10n.t('Replace'),
});

const joiningCorpus = (target: vscode.Uri): Question => ({
  message: vscode.l10n.t('{0} would stand in a corpus folder. Export it there?', nameOf(target)),
  detail: vscode.l10n.t('Your draft would become an article of the corpus, and be offered to you as one.'),
  yes: vscode.l10n.t('Export There'),
});

async function confirmed({ message, detail, yes }: Question): Promise<boolean> {
  return (await tell.warning(message, { modal: true, detail }, yes)) === yes;
}

const nameOf = ({ path }: vscode.Uri) => path.slice(path.lastIndexOf('/') + 1);

function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
