import * as vscode from 'vscode';
import type { LibraryState } from '../../server/protocol/libraries';
import type { LanguageServer, ServerState } from '../server/languageServer';
import { articleCount } from '../ui/counted';
import { formatCount } from './formatCount';

/** “范本：15 篇 · 2.1 万字” in the status bar while a server runs; a click tells more. */
export function registerStatusItem(server: LanguageServer): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('fanben.corpus', vscode.StatusBarAlignment.Left, 10);
  item.name = vscode.l10n.t('Fanben Corpus');
  item.command = 'fanben.showReport';
  let libraries: readonly LibraryState[] = [];
  const show = (state: ServerState) => {
    if (state.phase === 'stopped') return item.hide();
    Object.assign(item, withLibraries(describe(state), libraries));
    item.show();
  };
  show(server.state);
  return vscode.Disposable.from(
    item,
    server.onDidChangeState(show),
    server.onDidChangeLibraries(told => {
      libraries = told;
      show(server.state);
    }),
  );
}

interface Shown {
  text: string;
  tooltip: string;
  backgroundColor: vscode.ThemeColor | undefined;
}

function describe({ phase, status, reason }: ServerState): Shown {
  const plain = (text: string, tooltip: string): Shown => ({ text, tooltip, backgroundColor: undefined });
  if (phase === 'failed' || status?.state === 'failed') {
    return {
      text: `$(error) ${vscode.l10n.t('Fanben: stopped')}`,
      tooltip: vscode.l10n.t('{0} Click to see what can be done.', status?.message ?? reason ?? ''),
      backgroundColor: new vscode.ThemeColor('statusBarItem.errorBackground'),
    };
  }
  if (phase === 'restarting') {
    return plain(
      `$(sync~spin) ${vscode.l10n.t('Fanben: restarting')}`,
      vscode.l10n.t('The language server ended unexpectedly and is being started again. Your draft is untouched.'),
    );
  }
  if (!status) {
    return plain(`$(loading~spin) ${vscode.l10n.t('Fanben')}`, vscode.l10n.t('The language server is starting.'));
  }
  if (status.state === 'indexing') {
    // Before the files are counted, what is indexed already is all there is to tell.
    const { filesDone = 0, filesFound = 0, articles, characters } = status;
    const size = articles > 0 ? corpusSize(articles, characters) : '…';
    return plain(
      `$(sync~spin) ${vscode.l10n.t('Fanben: {0}', filesFound > 0 ? `${filesDone}/${filesFound}` : size)}`,
      articles > 0
        ? vscode.l10n.t('Usable already ({0}), still indexing: files done of files found.', size)
        : vscode.l10n.t('Indexing: files done of files found.'),
    );
  }
  if (status.articles === 0 && status.skipped === 0) {
    return plain(
      `$(book) ${vscode.l10n.t('Fanben: no corpus')}`,
      vscode.l10n.t('No articles yet. Click to add a folder of articles.'),
    );
  }
  const count = corpusSize(status.articles, status.characters);
  return status.skipped > 0
    ? plain(
        `$(warning) ${vscode.l10n.t('Fanben: {0}', count)}`,
        vscode.l10n.t('{0} files were skipped. Click to see which, and why.', status.skipped),
      )
    : plain(
        `$(book) ${vscode.l10n.t('Fanben: {0}', count)}`,
        vscode.l10n.t('Articles and characters in the index. Click to see what was indexed.'),
      );
}

/** Whoever has libraries sees that they are read, and from where: it is the one thing that the network is used for. */
function withLibraries(shown: Shown, libraries: readonly LibraryState[]): Shown {
  if (libraries.length === 0) return shown;
  const rows = libraries.map(({ name, target, articles }) =>
    vscode.l10n.t('{0}: {1}, read from {2}', name, articleCount(articles), target.replace(/\?.*/, '')),
  );
  const text = `${shown.text} $(library)${libraries.length > 1 ? ` ${libraries.length}` : ''}`;
  return { ...shown, text, tooltip: [shown.tooltip, vscode.l10n.t('Libraries:'), ...rows].join('\n') };
}

/** `15 articles · 21k chars` */
export function corpusSize(articles: number, characters: number): string {
  return vscode.l10n.t('{0} · {1} chars', articleCount(articles), formatCount(characters, vscode.env.language));
}
