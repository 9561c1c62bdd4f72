import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { paths } from '../../../paths/pathIdentity';
import type { ArticleRow, FolderRow } from '../../../server/protocol/corpusTree';
import type { LanguageServer } from '../../server/languageServer';
import { setting } from '../../settings';
import { showFailure } from '../../ui/failure';
import { inert } from '../../ui/inert';
import { showFile } from '../../ui/showFile';
import { candidateFolders } from '../candidateFolders';
import { changeOptions, optionsOf } from '../folderOptions';
import { openImported } from '../importedDocument';
import { isYears } from '../years';
import type { CorpusTreeView } from './corpusTreeView';
import { editArticle } from './editArticle';
import type { Node } from './node';
import { compareVersions } from './versionDocuments';

type Handler = (node: Node, nodes: readonly Node[]) => unknown;

/** What can be done with the nodes of the tree; each works on the node it is called for, else on what is selected. */
export function registerTreeCommands(view: CorpusTreeView, server: LanguageServer): vscode.Disposable {
  const exclude = (excluded: boolean) => async (_: Node, nodes: readonly Node[]) => {
    for (const { path, entry } of nodes.filter(isArticle))
      await server.request('fanben/noteArticle', { path, entry, change: { excluded } });
    view.refresh();
  };
  const compare: Handler = async (node, nodes) => {
    const [one, two] = nodes.filter(isArticle);
    if (one && two) return compareVersions(...inOrder(one, two));
    if (!isArticle(node)) return;
    const { path, entry } = node;
    if (node.versions > 1) {
      const { rows } = await server.request('fanben/corpusTree', { parent: { kind: 'article', path, entry }, from: 0 });
      const older = rows.filter(isArticle);
      const chosen = older.length > 1 ? await pickVersion(older) : older[0];
      if (chosen) await compareVersions(chosen, node);
    } else {
      const newest = view.newestOf(node);
      if (newest) await compareVersions(node, newest);
    }
  };
  const on = (run: Handler) => async (called?: Node, several?: readonly Node[]) => {
    const nodes = several ?? (called ? [called] : view.selection);
    const node = called ?? nodes[0];
    try {
      if (node) await run(node, nodes);
    } catch (error) {
      await showFailure(vscode.l10n.t('That could not be done.'), error);
    }
  };
  const onFolder = (run: (folder: FolderRow) => Promise<void>) => on(node => isFolder(node) && run(node));
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(
      'fanben.corpus.reveal',
      on(node => 'path' in node && showFile(node.path)),
    ),
    registerCommand('fanben.corpus.exclude', on(exclude(true))),
    registerCommand('fanben.corpus.include', on(exclude(false))),
    registerCommand(
      'fanben.corpus.readAgain',
      on((_, nodes) => {
        const paths = nodes.flatMap(node => ('path' in node ? [node.path] : []));
        return server.notify('fanben/reindex', { fromScratch: false, paths });
      }),
    ),
    registerCommand(
      'fanben.corpus.edit',
      on(async node => {
        if (isArticle(node) && (await editArticle(node, server))) view.refresh();
      }),
    ),
    registerCommand(
      'fanben.corpus.showRemoved',
      on(node => 'path' in node && openImported(node.path)),
    ),
    registerCommand('fanben.corpus.compare', on(compare)),
    registerCommand(
      'fanben.corpus.switchFolderOff',
      onFolder(({ path }) => changeOptions(path, { enabled: false })),
    ),
    registerCommand(
      'fanben.corpus.switchFolderOn',
      onFolder(({ path }) => changeOptions(path, { enabled: true })),
    ),
    registerCommand('fanben.corpus.weighFolder', onFolder(weigh)),
    registerCommand('fanben.corpus.limitYears', onFolder(limitYears)),
    registerCommand('fanben.corpus.removeFolder', onFolder(removeFolder)),
  );
}

const isArticle = (node: Node): node is ArticleRow => node.kind === 'article';
const isFolder = (node: Node): node is FolderRow => node.kind === 'folder';

/** Two versions of an article, the older first. */
function inOrder(one: ArticleRow, two: ArticleRow): [ArticleRow, ArticleRow] {
  return (one.date ?? '') <= (two.date ?? '') ? [one, two] : [two, one];
}

async function pickVersion(versions: readonly ArticleRow[]): Promise<ArticleRow | undefined> {
  const items = versions.map(version => ({
    label: inert(version.title) || vscode.l10n.t('(untitled)'),
    description: inert([version.date, version.speaker].filter(Boolean).join(' · ')),
    detail: inert(vscode.workspace.asRelativePath(version.path)),
    version,
  }));
  const placeHolder = vscode.l10n.t('Compare with which version?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.version;
}

const WEIGHTS = [0.5, 1, 2, 3, 5];

async function weigh({ path, name }: FolderRow): Promise<void> {
  const { weight: now = 1 } = optionsOf(path);
  const items = WEIGHTS.map(weight => ({
    label: `×${weight}`,
    description: weight === now ? vscode.l10n.t('now') : '',
    weight,
  }));
  const title = vscode.l10n.t('How much articles of {0} count', name);
  const chosen = await vscode.window.showQuickPick(items, { title });
  if (chosen) await changeOptions(path, { weight: chosen.weight });
}

async function limitYears({ path, name }: FolderRow): Promise<void> {
  const years = await vscode.window.showInputBox({
    title: vscode.l10n.t('Years of {0}', name),
    value: optionsOf(path).years ?? '',
    prompt: vscode.l10n.t('2018-2023, 2018- or -2023; articles without a date are left out then. Empty: all years'),
    validateInput: text => (isYears(text) ? undefined : vscode.l10n.t('Years are written 2018-2023, 2018- or -2023.')),
  });
  if (years !== undefined) await changeOptions(path, { years: years.trim() });
}

/** Takes the entries that mean the folder out of the setting; its files stay. */
async function removeFolder({ path }: FolderRow): Promise<void> {
  const list = setting<string[]>('corpus.folders');
  const roots = vscode.workspace.workspaceFolders?.map(({ uri }) => uri.fsPath) ?? [];
  const means = (entry: string) =>
    candidateFolders([entry], roots, homedir()).some(candidate =>
      paths.isSame(vscode.Uri.file(candidate).fsPath, path),
    );
  for (const entry of list.filter(means)) await vscode.commands.executeCommand('fanben.removeCorpusFolder', entry);
}
