import * as vscode from 'vscode';
import type { ArticleEntry, ArticleRef, Articles, ArticlesParams } from '../../server/protocol/exemplars';
import type { LanguageServer } from '../server/languageServer';
import { sourceLine } from '../sources/sourceLine';
import { inert } from '../ui/inert';
import { createLiveQuickPick } from '../ui/liveQuickPick';
import { pickedValue } from '../ui/pickedValue';
import type { ArticleDocuments } from './articleDocuments';

interface ArticleItem extends vscode.QuickPickItem {
  article?: ArticleEntry;
}

/**
 * The article that a command is about: the one it was called for, else the one in the active editor, else the one that the writer
 * picks by its title. Of a file with several articles one is picked, too. Undefined where none was.
 *
 * @param called what the command was called with: an article, the address of a file (from a menu), or nothing
 */
export async function articleFor(
  called: unknown,
  title: string,
  server: LanguageServer,
  documents: ArticleDocuments,
): Promise<ArticleEntry | undefined> {
  if (isRef(called)) return find(await ask(server, { path: called.path }), called.entry);
  const active = vscode.window.activeTextEditor?.document;
  const open = active && documents.articleOf(active);
  const { articles, isCut } = await ask(server, open ? { path: open.path } : {});
  if (open?.entry !== undefined) return find({ articles }, open.entry);
  if (open && articles.length === 1) return articles[0];
  // An open file of the corpus that is not indexed yet, or was skipped: choose among all.
  return articles.length > 0 || !open ? pick(articles, isCut, title) : pickAmongAll(server, title);
}

async function pickAmongAll(server: LanguageServer, title: string): Promise<ArticleEntry | undefined> {
  const { articles, isCut } = await ask(server, {});
  return pick(articles, isCut, title);
}

const ask = (server: LanguageServer, params: ArticlesParams) => server.request('fanben/articles', params);

function find({ articles }: Pick<Articles, 'articles'>, entry: number): ArticleEntry | undefined {
  return articles.find(article => article.entry === entry);
}

function isRef(value: unknown): value is ArticleRef {
  const ref = value as Partial<ArticleRef> | undefined;
  return typeof ref?.path === 'string' && typeof ref.entry === 'number';
}

async function pick(articles: ArticleEntry[], isCut: boolean, title: string): Promise<ArticleEntry | undefined> {
  // With its library it is larger than the rest of the client: loaded when first needed.
  const { createArticleSearch } = await import('./articleSearch');
  const search = createArticleSearch(articles);
  const picker = createLiveQuickPick<ArticleItem>();
  picker.title = title;
  picker.placeholder = isCut
    ? vscode.l10n.t('Title, date or speaker; only the newest {0} articles are listed', articles.length)
    : vscode.l10n.t('Title, date or speaker of an article');
  const show = (typed: string) => {
    const found = search(typed).map(itemOf);
    picker.fill(found.length > 0 ? found : [{ label: vscode.l10n.t('No article fits'), alwaysShow: true }], typed);
  };
  picker.onDidChangeValue(show);
  show('');
  return pickedValue(picker, ({ article }) => article);
}

function itemOf(article: ArticleEntry): ArticleItem {
  const { title, date, speaker, path } = article;
  return {
    label: inert(titleOf({ title })),
    description: sourceLine({ title: '', date, speaker }),
    detail: inert(vscode.workspace.asRelativePath(path)),
    alwaysShow: true,
    article,
  };
}

/** A title for the eye, also of an article that has none. */
export function titleOf({ title }: Pick<ArticleEntry, 'title'>): string {
  return title || vscode.l10n.t('(untitled)');
}
