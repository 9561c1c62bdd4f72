import * as vscode from 'vscode';

/** `3 articles`, `1 article`, `3 篇`. */
export const articleCount = (count: number): string =>
  count === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', count);

/** `3 articles, 1 place`, `3 篇，1 处`. */
export const articlesAndPlaces = (articles: number, places: number): string =>
  vscode.l10n.t(
    '{0}, {1}',
    articleCount(articles),
    places === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', places),
  );
