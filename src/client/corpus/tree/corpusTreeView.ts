import * as vscode from 'vscode';
import type { ArticleRow } from '../../../server/protocol/corpusTree';
import { libraryEntries } from '../../libraries/librarySettings';
import type { LanguageServer } from '../../server/languageServer';
import { corpusFolders } from '../corpusFolders';
import { dropOnCorpus } from './dropFiles';
import { idOf, type MoreRow, type Node, parentOf } from './node';
import { treeItem } from './treeItem';

/** The tree of the corpus in the side bar. */
export interface CorpusTreeView extends vscode.Disposable {
  refresh(): void;
  /** The nodes that are selected. */
  readonly selection: readonly Node[];
  /** The newest of the versions that an article is shown below; undefined where it is shown by itself. */
  newestOf(version: ArticleRow): ArticleRow | undefined;
}

/** The corpus in the side bar: folders, articles, what was skipped. Children are asked for when a folder is opened, a page at a time. */
export function createCorpusTreeView(server: LanguageServer): CorpusTreeView {
  const changes = new vscode.EventEmitter<Node | undefined>();
  /** Pages that are shown of a parent; one where it is not named. */
  const pages = new Map<string, number>();
  /** The last object that was given for each thing: the editor knows nodes by their objects. */
  const nodes = new Map<string, Node>();
  const newest = new Map<string, ArticleRow>();

  const getChildren = async (node?: Node): Promise<Node[]> => {
    const parent = parentOf(node);
    if (!parent) return [];
    if (!node && (await corpusFolders()).length === 0 && libraryEntries().length === 0) return [];
    const rows: Node[] = [];
    let total = 1;
    for (let page = 0; page < (pages.get(idOf(parent)) ?? 1) && rows.length < total; page++) {
      const answer = await server.request('fanben/corpusTree', { parent, from: rows.length });
      rows.push(...answer.rows);
      total = answer.total;
      if (answer.rows.length === 0) break;
    }
    if (rows.length < total) rows.push({ kind: 'more', parent, rest: total - rows.length });
    for (const row of rows) {
      nodes.set(idOf(row), row);
      if (node?.kind === 'article') newest.set(idOf(row), node);
    }
    return rows;
  };

  const view = vscode.window.createTreeView<Node>('fanben.corpus', {
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getTreeItem: node => treeItem(node, newest.get(idOf(node))),
      getChildren,
    },
    dragAndDropController: {
      dropMimeTypes: ['text/uri-list', 'files'],
      dragMimeTypes: ['text/uri-list'],
      handleDrag: (dragged, data) => {
        const uris = dragged.flatMap(node => ('path' in node ? [vscode.Uri.file(node.path).toString()] : []));
        if (uris.length > 0) data.set('text/uri-list', new vscode.DataTransferItem(uris.join('\r\n')));
      },
      handleDrop: dropOnCorpus,
    },
    canSelectMany: true,
    showCollapseAll: true,
  });

  /** Also while the view is hidden: the editor keeps its rows, and asks anew when it is seen again. */
  const refresh = () => changes.fire(undefined);
  let shown = '';
  return {
    get selection() {
      return view.selection;
    },
    newestOf: version => newest.get(idOf(version)),
    refresh,
    dispose: vscode.Disposable.from(
      view,
      changes,
      vscode.commands.registerCommand('fanben.corpus.showMore', ({ parent }: MoreRow) => {
        pages.set(idOf(parent), (pages.get(idOf(parent)) ?? 1) + 1);
        changes.fire(nodes.get(idOf(parent)));
      }),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('fanben.corpus') || event.affectsConfiguration('fanben.libraries')) refresh();
      }),
      server.onDidChangeLibraries(refresh),
      server.onDidChangeState(({ phase, status }) => {
        const { filesDone = 0, filesFound = 0 } = status ?? {};
        const isIndexing = phase === 'running' && status?.state === 'indexing';
        view.message =
          isIndexing && filesFound > 0 ? vscode.l10n.t('Indexing: {0} of {1} files', filesDone, filesFound) : undefined;
        const now = [phase, status?.state, status?.articles, status?.characters, status?.skipped].join(' ');
        if (now !== shown) refresh();
        shown = now;
      }),
    ).dispose,
  };
}
