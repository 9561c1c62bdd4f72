import * as vscode from 'vscode';
import type { ArticleRef, Exemplar, ExemplarNode } from '../../server/protocol/exemplars';
import type { PassageRef } from '../../server/protocol/passages';
import type { LanguageServer } from '../server/languageServer';
import { sourceLine } from '../sources/sourceLine';
import { inert } from '../ui/inert';
import type { Exemplars, Pinned } from './exemplars';
import { titleOf } from './pickArticle';

/** A pinned article. */
export interface ExemplarItem {
  readonly pinned: Pinned;
}
/** A part of a pinned article: a heading, or a paragraph below it. */
export interface NodeItem {
  readonly article: ArticleRef;
  readonly node: ExemplarNode;
}
/** A row of the view: an exemplar, or a part of one. */
export type Item = ExemplarItem | NodeItem;

const reveal = { select: false, focus: false, expand: true };

/** The pinned articles with their outlines, beside the draft. */
export function registerExemplarView(exemplars: Exemplars, server: LanguageServer): vscode.Disposable {
  const changes = new vscode.EventEmitter<Item | undefined>();
  const items = new Map<string, ExemplarItem>();
  /** One object for each pinned article: the tree knows what is open by it. */
  const itemOf = (pinned: Pinned): ExemplarItem => {
    const key = `${pinned.entry} ${pinned.path}`;
    const item = items.get(key) ?? { pinned };
    items.set(key, item);
    return item;
  };
  const read = ({ path, entry }: Pinned) => server.request('fanben/exemplar', { path, entry }).catch(() => null);

  const view = vscode.window.createTreeView<Item>('fanben.exemplars', {
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getParent: () => undefined,
      getTreeItem: async item =>
        'node' in item ? nodeRow(item) : articleRow(item.pinned, await read(item.pinned), server),
      getChildren: async item => {
        if (!item) return exemplars.pinned.map(itemOf);
        if ('node' in item) return item.node.children.map(node => ({ article: item.article, node }));
        const exemplar = await read(item.pinned);
        return (exemplar?.nodes ?? []).map(node => ({ article: item.pinned, node }));
      },
    },
  });
  let count = exemplars.pinned.length;
  let indexed = '';
  return vscode.Disposable.from(
    view,
    changes,
    exemplars.onDidChange(async () => {
      changes.fire(undefined);
      const newest = exemplars.pinned.at(-1);
      const isMore = exemplars.pinned.length > count;
      count = exemplars.pinned.length;
      // In sight, but the writer stays in the draft.
      if (newest && isMore) await view.reveal(itemOf(newest), reveal).then(undefined, () => {}); // removed meanwhile
    }),
    server.onDidChangeState(({ phase, status }) => {
      const now = phase === 'running' && status?.state === 'ready' ? `${status.articles} ${status.characters}` : phase;
      if (now !== indexed && exemplars.pinned.length > 0) changes.fire(undefined);
      indexed = now;
    }),
  );
}

function articleRow(pinned: Pinned, exemplar: Exemplar | null, server: LanguageServer): vscode.TreeItem {
  const row = new vscode.TreeItem(inert(titleOf(exemplar ?? pinned)), vscode.TreeItemCollapsibleState.Expanded);
  row.id = `${pinned.entry} ${pinned.path}`;
  row.tooltip = pinned.path;
  row.contextValue = 'exemplar';
  if (exemplar) {
    const hidden = exemplar.isHidden ? vscode.l10n.t('not asked now') : '';
    const description = [hidden, sourceLine({ ...exemplar, title: '' })].filter(part => part !== '').join(' · ');
    return Object.assign(row, { description, iconPath: icon('pinned') });
  }
  row.collapsibleState = vscode.TreeItemCollapsibleState.None;
  // While the index is not open, nothing is known yet.
  if (server.state.status?.state !== 'ready') return Object.assign(row, { iconPath: icon('loading~spin') });
  row.contextValue = 'gone';
  row.iconPath = icon('warning');
  row.description = vscode.l10n.t('not in the corpus any more');
  row.tooltip = vscode.l10n.t('{0} was moved, deleted or changed. Put it back, or remove it here.', pinned.path);
  return row;
}

/** Sections begin closed: their headings together are what one looks for first. */
function nodeRow(item: NodeItem): vscode.TreeItem {
  const { label, children } = item.node;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const row = new vscode.TreeItem(inert(label), children.length > 0 ? Collapsed : None);
  row.contextValue = 'part';
  const hint = vscode.l10n.t('A click inserts this part as a skeleton; the button shows it in the article.');
  row.tooltip = `${label}\n\n${hint}`;
  row.command = { command: 'fanben.insertExemplarPart', title: label, arguments: [item] };
  return row;
}

/** Where a part stands in its article. */
export function passageOf({ article: { path, entry }, node }: NodeItem): PassageRef {
  const { label, paragraph, start, endParagraph, end } = node;
  return { path, entry, paragraph, offset: start, length: endParagraph === paragraph ? end - start : label.length };
}

const icon = (name: string) => new vscode.ThemeIcon(name);
