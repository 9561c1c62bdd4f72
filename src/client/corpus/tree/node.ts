import type { FolderRow, TreeParent, TreeRow } from '../../../server/protocol/corpusTree';

/** A row that stands for those not shown yet. */
export interface MoreRow {
  readonly kind: 'more';
  readonly parent: TreeParent;
  readonly rest: number;
}
/** An element of the tree. One with a path and an entry is an article, and may be given to commands that take one. */
export type Node = TreeRow | MoreRow;

/** The parent that a node is to its children; undefined where it has none. */
export function parentOf(node: Node | undefined): TreeParent | undefined {
  if (!node) return { kind: 'corpus' };
  switch (node.kind) {
    case 'folder':
    case 'file':
      return { kind: node.kind, path: node.path };
    case 'library':
      return node.articles > 0 ? { kind: 'folder', path: node.path } : undefined;
    case 'article':
      return node.versions > 1 ? { kind: 'article', path: node.path, entry: node.entry } : undefined;
    case 'skipped':
      return { kind: 'skipped' };
    default:
      return undefined;
  }
}

/** Identifies a row for the editor, which keeps it open and selected by this when the tree is drawn anew. */
export function idOf(node: Node | TreeParent): string {
  const { kind } = node;
  if (kind === 'more') return `more ${idOf(node.parent)}`;
  // A library that could not be opened has no path.
  const path = kind === 'library' ? ` ${node.target}` : 'path' in node ? ` ${node.path}` : '';
  const entry = 'entry' in node ? ` ${node.entry}` : '';
  // A version stands below the article it is a version of, which has the same kind.
  const isVersion = kind === 'article' && 'versions' in node && node.versions === 1;
  return `${isVersion ? 'one' : kind}${path}${entry}`;
}

export type { FolderRow };
