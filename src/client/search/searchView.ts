import * as vscode from 'vscode';
import type { SearchResult } from '../../server/protocol/search';
import type { ArticleDocuments } from '../exemplars/articleDocuments';
import { saveLines } from '../lookup/saveLines';
import type { LanguageServer } from '../server/languageServer';
import { articlesAndPlaces } from '../ui/counted';
import { showFailure } from '../ui/failure';
import { givenText } from '../ui/givenText';
import { selectedText } from '../ui/selectedText';
import { createHitActions, type HitActions } from './hitActions';
import { searchInput } from './searchInput';
import { pickOrder, type SearchOrder, searchOrders } from './searchOrders';
import { createSearchTree, type HitNode, type SearchNode } from './searchTree';

const VIEW = 'fanben.search';
const ROW = 'fanben.search.row';
const RECENT = 'fanben.search.recent';
const ORDER = 'fanben.search.order';
const MOST_RECENT = 12;
const LIMIT = 400;
/** In that time a key has reached its row, or there was none. */
const KEY_MS = 1000;

/**
 * “查找” in the panel: a search that one works in. Typed above, it shows its sentences by article or as lines; each can be opened
 * beside, put into the draft, quoted, copied and kept, by keys alone.
 */
export function registerSearchView(
  context: vscode.ExtensionContext,
  server: LanguageServer,
  articles: ArticleDocuments,
): vscode.Disposable {
  const { workspaceState } = context;
  const tree = createSearchTree(ROW);
  const view = vscode.window.createTreeView<SearchNode>(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  const actions = createHitActions(articles);
  let words = '';
  let order = workspaceState.get<SearchOrder>(ORDER, 'article');

  const params = (typed: string) => {
    const draft = articles.lastDraft()?.document.uri.toString();
    return { words: typed, order, limit: LIMIT, ...(draft !== undefined && { textDocument: { uri: draft } }) };
  };
  const search = async (typed: string, token?: vscode.CancellationToken): Promise<string> => {
    const found = typed === '' ? undefined : await server.request('fanben/search', params(typed), token);
    if (token?.isCancellationRequested) return '';
    words = typed;
    tree.show(found, order);
    const said = found ? counts(found) : '';
    view.message = found ? `${typed} · ${said} · ${searchOrders[order]()}` : undefined;
    await vscode.commands.executeCommand('setContext', 'fanben.hasSearched', found !== undefined);
    return said;
  };
  const fail = (error: unknown) => void showFailure(vscode.l10n.t('The corpus cannot be searched.'), error);
  const remember = (typed: string) => {
    const before = workspaceState.get<readonly string[]>(RECENT, []);
    return workspaceState.update(RECENT, [typed, ...before.filter(one => one !== typed)].slice(0, MOST_RECENT));
  };
  const toResults = async () => {
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    if (tree.first) await view.reveal(tree.first, { focus: true, select: false });
  };
  const toDraft = () => vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');

  /** What the next rows that are chosen are for: keys of a view do not say which row has the focus. */
  let wanted: (keyof HitActions)[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const act = (action: keyof HitActions) => async (node?: SearchNode) => {
    if (node?.kind === 'hit') return void (await actions[action](node.hit));
    clearTimeout(waiting);
    wanted.push(action);
    await vscode.commands.executeCommand('list.select');
    clearTimeout(waiting);
    waiting = setTimeout(() => (wanted = []), KEY_MS);
  };
  const takeRow = ({ hit }: HitNode) => actions[wanted.shift() ?? 'open'](hit);

  return vscode.Disposable.from(
    tree,
    view,
    vscode.commands.registerCommand('fanben.search', async (called?: unknown) => {
      const given = givenText(called);
      const marked =
        given ?? (view.visible && !vscode.window.activeTextEditor ? '' : selectedText(vscode.window.activeTextEditor));
      try {
        await vscode.commands.executeCommand(`${VIEW}.focus`);
        const recent = workspaceState.get<readonly string[]>(RECENT, []);
        const typed = await searchInput({ words: marked || words, recent, search, failed: fail });
        if (typed === undefined) return void (await toDraft());
        await search(typed);
        if (typed !== '') await remember(typed);
        await toResults();
      } catch (error) {
        fail(error);
      }
    }),
    vscode.commands.registerCommand(ROW, takeRow),
    vscode.commands.registerCommand('fanben.search.insert', act('insert')),
    vscode.commands.registerCommand('fanben.search.quote', act('quote')),
    vscode.commands.registerCommand('fanben.search.copy', act('copy')),
    vscode.commands.registerCommand('fanben.search.keep', act('keep')),
    vscode.commands.registerCommand('fanben.search.order', async () => {
      const next = await pickOrder(order);
      if (!next) return;
      order = next;
      await workspaceState.update(ORDER, order);
      await search(words).catch(fail);
      await toResults();
    }),
    vscode.commands.registerCommand('fanben.search.save', () => words && saveLines(server, params(words))),
  );
}

/** `约 268 篇，439 处 · 显示 200 句` */
function counts({ articles, occurrences, estimated, isMore, groups }: SearchResult): string {
  if (occurrences === 0) return vscode.l10n.t('nothing found');
  const shown = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const count = estimated
    ? vscode.l10n.t('about {0}', articlesAndPlaces(articles, occurrences))
    : isMore
      ? vscode.l10n.t('at least {0}', articlesAndPlaces(articles, occurrences))
      : articlesAndPlaces(articles, occurrences);
  return shown < occurrences ? `${count} · ${vscode.l10n.t('{0} shown', shown)}` : count;
}
