import * as vscode from 'vscode';
import type { LookUpHit } from '../../server/protocol/passages';
import type { SearchGroup, SearchParams, SearchResult } from '../../server/protocol/search';
import { lineLabel } from '../lookup/concordanceTree';
import { excerpt } from '../lookup/excerpt';
import { sourceLine } from '../sources/sourceLine';
import { articleCount, articlesAndPlaces } from '../ui/counted';
import { inert } from '../ui/inert';

/** A row of the panel of search: a group of sentences, or one of them. */
export type SearchNode = { readonly kind: 'group'; readonly group: SearchGroup; readonly at: number } | HitNode;

/** A sentence that was found. */
export interface HitNode {
  readonly kind: 'hit';
  readonly hit: LookUpHit;
}

/** Groups of lines that stand open: what is said most; of the others the count. Articles are all open. */
const OPEN = 6;
/** Characters right of the wording: the panel is wide. */
const RIGHT = 60;

/** What a search has found, as rows. */
export interface SearchTree extends vscode.TreeDataProvider<SearchNode> {
  show(result: SearchResult | undefined, order: SearchParams['order']): void;
  /** The first sentence. */
  readonly first: HitNode | undefined;
}

/** @param row the command of a sentence, with it as its argument */
export function createSearchTree(row: string): SearchTree & vscode.Disposable {
  const changes = new vscode.EventEmitter<undefined>();
  let order: SearchParams['order'] = 'article';
  let groups: readonly { node: SearchNode; children: readonly HitNode[] }[] = [];
  const childrenOf = (parent: SearchNode) => groups.find(({ node }) => node === parent)?.children ?? [];
  return {
    onDidChangeTreeData: changes.event,
    get first() {
      return groups[0]?.children[0];
    },
    show(result, wanted) {
      order = wanted;
      groups = (result?.groups ?? []).map((group, at) => ({
        node: { kind: 'group', group, at },
        children: group.hits.map(hit => ({ kind: 'hit', hit })),
      }));
      changes.fire(undefined);
    },
    getChildren: parent => (parent ? [...childrenOf(parent)] : groups.map(({ node }) => node)),
    getParent: child => groups.find(({ children }) => (children as readonly SearchNode[]).includes(child))?.node,
    getTreeItem: node => {
      if (node.kind === 'group') return order === 'article' ? articleItem(node.group) : groupItem(node.group, node.at);
      const item = order === 'article' ? sentenceItem(node.hit) : lineItem(node.hit);
      item.contextValue = 'hit';
      item.tooltip = tooltipOf(node.hit);
      item.command = { command: row, title: '', arguments: [node] };
      return item;
    },
    dispose: () => changes.dispose(),
  };
}

function articleItem({ name, hits }: SearchGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(inert(name), vscode.TreeItemCollapsibleState.Expanded);
  const source = hits[0] ? sourceLine({ ...hits[0], title: '' }) : '';
  item.description = [source, hits.length > 1 && vscode.l10n.t('{0} sentences', hits.length)]
    .filter(Boolean)
    .join(' · ');
  return item;
}

function groupItem({ name, articles, hits }: SearchGroup, at: number): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const label = name || vscode.l10n.t('(nothing beside it)');
  const item = new vscode.TreeItem(inert(label), at < OPEN ? Expanded : Collapsed);
  item.description = hits.length > articles ? articlesAndPlaces(articles, hits.length) : articleCount(articles);
  return item;
}

function sentenceItem({ sentence, spans, isScattered }: LookUpHit): vscode.TreeItem {
  const label = excerpt(sentence, spans);
  const cut = sentence.length - label.length;
  const highlights = spans.flatMap(([start, end]): [number, number][] =>
    start >= cut ? [[start - cut, end - cut]] : [],
  );
  const item = new vscode.TreeItem({ label: inert(label), highlights });
  if (isScattered) item.description = vscode.l10n.t('(not word for word) {0}', '').trim();
  return item;
}

function lineItem(hit: LookUpHit): vscode.TreeItem {
  const item = new vscode.TreeItem(lineLabel(hit, RIGHT));
  const source = sourceLine(hit);
  item.description = hit.isScattered ? vscode.l10n.t('(not word for word) {0}', source) : source;
  return item;
}

/** The whole sentence, for what a row cuts off. Text of files is no Markdown. */
const tooltipOf = (hit: LookUpHit): string => `${hit.sentence}\n${sourceLine(hit)}`;
