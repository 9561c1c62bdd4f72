import * as vscode from 'vscode';
import type { Concordance, ConcordanceParams, History, LineGroup } from '../../server/protocol/lookup';
import type { Passage } from '../../server/protocol/passages';
import { sourceLine } from '../sources/sourceLine';
import { articleCount } from '../ui/counted';
import { inert } from '../ui/inert';
import { barUri } from './bars';

/** A group of lines with its share of all, or a line. */
export type ConcordanceNode =
  | { readonly kind: 'group'; readonly group: LineGroup; readonly share: string; readonly hasBar: boolean }
  | { readonly kind: 'line'; readonly line: Passage };

/** What stands left of the wording: so many characters, all as wide, so that the wordings stand below each other. */
const LEFT = 10;
const RIGHT = 30;
const BLANK = '　';
/** As many as leave room for the numbers beside them in a side bar. */
const BARS = 8;

/** The groups of a concordance as a tree; a group with its lines. With a history, groups are years and have a bar. */
export function concordanceTree(
  { groups }: Concordance,
  history: History | undefined,
): vscode.TreeDataProvider<ConcordanceNode> {
  const most = Math.max(1, ...(history?.years.map(({ articles }) => articles) ?? []));
  const shareOf = ({ neighbour, articles }: LineGroup) => {
    const year = history?.years.find(one => String(one.year) === neighbour);
    if (!year) return { share: articleCount(articles), hasBar: false };
    const bar = '█'.repeat(Math.max(1, Math.round((BARS * year.articles) / most)));
    return { share: `${bar} ${vscode.l10n.t('{0} of {1} articles', year.articles, year.ofArticles)}`, hasBar: true };
  };
  const roots = groups.map((group): ConcordanceNode => ({ kind: 'group', group, ...shareOf(group) }));
  return {
    getChildren: node => {
      if (!node) return roots;
      return node.kind === 'group' ? node.group.lines.map(line => ({ kind: 'line', line })) : [];
    },
    getTreeItem: node => (node.kind === 'group' ? groupItem(node) : lineItem(node.line)),
  };
}

function groupItem({ group, share, hasBar }: Extract<ConcordanceNode, { kind: 'group' }>): vscode.TreeItem {
  const name = group.neighbour || vscode.l10n.t('(nothing beside it)');
  const item = new vscode.TreeItem(inert(name), vscode.TreeItemCollapsibleState.Collapsed);
  item.description = share;
  if (hasBar) {
    item.resourceUri = barUri(name);
    // Without one of its own it would have the icon of a folder.
    item.iconPath = new vscode.ThemeIcon('calendar');
    item.tooltip = share;
  }
  return item;
}

function lineItem(line: Passage): vscode.TreeItem {
  const item = new vscode.TreeItem(lineLabel(line, RIGHT));
  item.description = sourceLine(line);
  item.tooltip = `${line.before}${line.match}${line.after}`;
  item.command = { command: 'fanben.openPassage', title: '', arguments: [line] };
  return item;
}

/** A line with its wording in the column of all, and so many characters right of it. */
export function lineLabel({ before, match, after }: Passage, most: number): vscode.TreeItemLabel {
  const left = before.slice(-LEFT).padStart(LEFT, BLANK);
  return { label: inert(left + match + after.slice(0, most)), highlights: [[left.length, left.length + match.length]] };
}

/** How lines may be put in order, as it is said above them. */
export const orderNames: Readonly<Record<ConcordanceParams['order'], () => string>> = {
  right: () => vscode.l10n.t('by what stands right of it'),
  left: () => vscode.l10n.t('by what stands left of it'),
  date: () => vscode.l10n.t('by year'),
};
