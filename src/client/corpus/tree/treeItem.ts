import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { ArticleRow, FolderRow } from '../../../server/protocol/corpusTree';
import type { PassageRef } from '../../../server/protocol/passages';
import { articleCount } from '../../ui/counted';
import { inert } from '../../ui/inert';
import { type FolderOptions, optionsOf } from '../folderOptions';
import { formatCount } from '../formatCount';
import { icon, join } from './itemParts';
import { libraryItem } from './libraryItem';
import { idOf, type Node, parentOf } from './node';

/** What the editor shows of a node; `newest`: the version it stands below, where it is one of several. */
export function treeItem(node: Node, newest?: ArticleRow): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const isOpen = node.kind === 'folder' && node.isRoot;
  const row = new vscode.TreeItem('', parentOf(node) ? (isOpen ? Expanded : Collapsed) : None);
  row.id = idOf(node);
  return Object.assign(row, withoutIcons(look(node, newest)));
}

/** Names and titles come from files: none draws an icon, wherever an editor takes `$(…)` for one. */
function withoutIcons(shown: Partial<vscode.TreeItem>): Partial<vscode.TreeItem> {
  const { label, description } = shown;
  return {
    ...shown,
    ...(typeof label === 'string' && { label: inert(label) }),
    ...(typeof description === 'string' && { description: inert(description) }),
  };
}

function look(node: Node, newest: ArticleRow | undefined): Partial<vscode.TreeItem> {
  switch (node.kind) {
    case 'folder':
      return folder(node, optionsOf(node.path));
    case 'library':
      return libraryItem(node);
    case 'file':
      return {
        label: node.name,
        description: join([articleCount(node.articles), characters(node.characters)]),
        tooltip: node.path,
        iconPath: icon('files'),
        contextValue: 'file',
      };
    case 'article':
      return article(node, newest);
    case 'skipped':
      return {
        label: vscode.l10n.t('Skipped'),
        description: node.count > 0 ? String(node.count) : '',
        iconPath: icon('warning', 'problemsWarningIcon.foreground'),
        contextValue: 'skipped',
      };
    case 'skippedFile':
      return {
        label: node.isKind ? node.reason : basename(node.path),
        description: node.isKind ? '' : node.reason,
        tooltip: node.isKind ? node.path : `${node.path}\n${node.reason}`,
        iconPath: icon(node.isKind ? 'circle-slash' : 'warning'),
        contextValue: node.isKind ? 'kind' : 'skippedFile',
      };
    case 'more':
      return {
        label: vscode.l10n.t('{0} more…', node.rest.toLocaleString('en')),
        iconPath: icon('ellipsis'),
        command: { command: 'fanben.corpus.showMore', title: '', arguments: [node] },
      };
  }
}

function folder(node: FolderRow, options: FolderOptions): Partial<vscode.TreeItem> {
  const { path, name, isRoot, isOfLibrary, problem } = node;
  const isOff = options.enabled === false;
  const description = [
    problem ? vscode.l10n.t('not there now') : '',
    isOff ? vscode.l10n.t('switched off') : '',
    options.weight !== undefined && options.weight !== 1 ? `×${options.weight}` : '',
    options.years ?? '',
    articleCount(node.articles),
  ];
  return {
    label: name,
    description: join(description),
    tooltip: [path, problem, join(description)].filter(Boolean).join('\n'),
    iconPath: icon(problem ? 'warning' : isOff ? 'circle-slash' : isRoot ? 'root-folder' : 'folder'),
    contextValue: isOfLibrary ? 'libraryFolder' : `folder${isRoot ? '.root' : ''}${isOff ? '.off' : '.on'}`,
  };
}

function article(node: ArticleRow, newest: ArticleRow | undefined): Partial<vscode.TreeItem> {
  const { path, entry, title, date, speaker, occasion, versions, isHidden, isExcluded, isOfLibrary, findings } = node;
  // Versions are called alike: their files tell them apart.
  const label = newest?.title === title ? basename(path) : title || vscode.l10n.t('(untitled)');
  const ref: PassageRef = { path, entry, paragraph: 0, offset: 0, length: 0 };
  const several = versions > 1 ? vscode.l10n.t('{0} versions', versions) : '';
  const hidden = isExcluded ? vscode.l10n.t('excluded') : isHidden ? vscode.l10n.t('not asked now') : '';
  const length = characters(node.characters);
  // All of it: a narrow side bar cuts the row.
  const facts = [join([hidden, date ?? '', speaker ?? '', occasion ?? '']), join([length, several])];
  return {
    label,
    description: join([hidden, date ?? '', speaker ?? '', length, several]),
    tooltip: [title || label, ...facts, path].filter(line => line !== '').join('\n'),
    iconPath: icon(
      isHidden ? 'circle-slash' : versions > 1 ? 'versions' : 'file',
      isHidden ? 'disabledForeground' : undefined,
    ),
    contextValue: isOfLibrary
      ? 'libraryArticle'
      : `article${isExcluded ? '.excluded' : '.included'}${versions > 1 ? '.newest' : ''}${findings > 0 ? '.findings' : ''}`,
    command: { command: 'fanben.openPassage', title: label, arguments: [ref] },
  };
}

const characters = (count: number) => vscode.l10n.t('{0} chars', formatCount(count, vscode.env.language));
