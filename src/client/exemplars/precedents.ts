import * as vscode from 'vscode';
import { addressAfter, type Renamed } from '../../paths/renamedAddress';
import type { ArticleEntry } from '../../server/protocol/exemplars';
import type { PassageRef } from '../../server/protocol/passages';
import { isDraft } from '../draft/drafts';
import { onFirstSave } from '../draft/firstSaves';
import { renamesOf } from '../draft/renamesOf';
import type { LanguageServer } from '../server/languageServer';
import { sourceLine } from '../sources/sourceLine';
import { inert } from '../ui/inert';
import { latest } from '../ui/latest';
import { tell } from '../ui/tell';
import type { Exemplars } from './exemplars';
import { titleOf } from './pickArticle';

/** Who rests so long has written the title. */
const PAUSE_MS = 500;
/** A title stands in the first of them. */
const HEAD_LINES = 12;
/** Key of the drafts that lean to nothing, in the state of the workspace. */
const SWITCHED_OFF = 'precedents.off';
/** Remembered at most: the last ones. */
const MOST_SWITCHED_OFF = 200;

/**
 * “参照上次：2025 在全县经济工作会议上的讲话” in the status bar, while a draft is in front whose occasion was spoken on before. A
 * click shows the speeches: to read, to pin as models, or to lean to no more in this draft. It never opens by itself.
 */
export function registerPrecedents(
  context: vscode.ExtensionContext,
  server: LanguageServer,
  exemplars: Exemplars,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('fanben.precedents', vscode.StatusBarAlignment.Left, 8);
  item.name = vscode.l10n.t('Fanben Earlier Speech');
  item.command = 'fanben.showPrecedents';
  let found: readonly ArticleEntry[] = [];
  let switchedOff = context.workspaceState.get<string[]>(SWITCHED_OFF, []);
  const leans = (document: vscode.TextDocument) => !switchedOff.includes(document.uri.toString());

  const ask = latest(
    PAUSE_MS,
    (document: vscode.TextDocument, signal) => {
      const cancelling = new vscode.CancellationTokenSource();
      signal.addEventListener('abort', () => cancelling.cancel());
      const textDocument = { uri: document.uri.toString() };
      return server.request('fanben/precedents', { textDocument, leans: leans(document) }, cancelling.token);
    },
    ({ articles }, document) => {
      found = articles;
      const [newest] = articles;
      if (!newest) return item.hide();
      const year = newest.date?.slice(0, 4) ?? '';
      const name = inert([year, shortened(titleOf(newest))].filter(part => part !== '').join(' '));
      Object.assign(item, leans(document) ? leaning(name, articles.length) : notLeaning(name));
      item.show();
    },
    () => item.hide(),
  );
  const look = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document && server.state.phase === 'running' && isDraft(document)) return ask(document);
    ask.stop();
    item.hide();
  };
  const lean = async (document: vscode.TextDocument, wanted: boolean) => {
    const uri = document.uri.toString();
    const others = switchedOff.filter(other => other !== uri);
    await keep(wanted ? others : [...others, uri].slice(-MOST_SWITCHED_OFF));
    look();
  };
  const keep = async (drafts: string[]) => {
    switchedOff = drafts;
    // The next untitled draft may have the same name.
    await context.workspaceState.update(
      SWITCHED_OFF,
      switchedOff.filter(other => !other.startsWith('untitled:')),
    );
  };
  const rename = async (renames: readonly Renamed[]) => {
    await keep(switchedOff.map(uri => addressAfter(renames, uri)));
    look();
  };
  let indexed = '';
  look();
  return vscode.Disposable.from(
    item,
    new vscode.Disposable(ask.stop),
    vscode.commands.registerCommand('fanben.showPrecedents', () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) return;
      if (found.length > 0 && isDraft(document))
        return show(found, leans(document), exemplars, to => lean(document, to));
      const message = vscode.l10n.t('No earlier speech on the occasion of this draft is known. Its title decides.');
      void tell.information(message);
    }),
    server.onDidChangeState(({ phase, status }) => {
      const now = `${phase} ${status?.state} ${status?.articles} ${status?.characters}`;
      if (now !== indexed) look();
      indexed = now;
    }),
    vscode.window.onDidChangeActiveTextEditor(() => {
      found = [];
      item.hide();
      look();
    }),
    vscode.workspace.onDidCloseTextDocument(({ isUntitled, uri }) => {
      if (isUntitled) switchedOff = switchedOff.filter(other => other !== uri.toString());
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => rename(renamesOf(files))),
    onFirstSave(({ uri }, file) => rename([{ oldUri: uri.toString(), newUri: file.uri.toString() }])),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const isInFront = document === vscode.window.activeTextEditor?.document;
      if (isInFront && contentChanges.some(({ range }) => range.start.line < HEAD_LINES)) look();
    }),
  );
}

const LONGEST_NAME = 18;
const shortened = (title: string): string =>
  title.length > LONGEST_NAME ? `${title.slice(0, LONGEST_NAME - 1)}…` : title;

function leaning(name: string, count: number): Pick<vscode.StatusBarItem, 'text' | 'tooltip'> {
  const tooltip = vscode.l10n.t(
    'Suggestions lean to what was said on this occasion before ({0}). Click to read it, to pin it as an exemplar, or to switch this off for this draft.',
    count,
  );
  return { text: `$(history) ${vscode.l10n.t('After: {0}', name)}`, tooltip };
}

function notLeaning(name: string): Pick<vscode.StatusBarItem, 'text' | 'tooltip'> {
  const tooltip = vscode.l10n.t(
    'Suggestions in this draft do not lean to it. Click to read it, or to switch this on again.',
  );
  return { text: `$(circle-slash) ${vscode.l10n.t('Not after: {0}', name)}`, tooltip };
}

interface Row extends vscode.QuickPickItem {
  readonly article?: ArticleEntry;
  /** Leans from now on, or no more. */
  readonly leans?: boolean;
}

function show(
  articles: readonly ArticleEntry[],
  leans: boolean,
  exemplars: Exemplars,
  lean: (leans: boolean) => Promise<void>,
): void {
  const picker = vscode.window.createQuickPick<Row>();
  const pin = { iconPath: new vscode.ThemeIcon('pin'), tooltip: vscode.l10n.t('Use as Exemplar') };
  const draft = { iconPath: new vscode.ThemeIcon('new-file'), tooltip: vscode.l10n.t('New Draft from Article') };
  const toggle: Row = leans
    ? { label: `$(circle-slash) ${vscode.l10n.t('Do not lean to them in this draft')}`, leans: false }
    : { label: `$(history) ${vscode.l10n.t('Lean to them in this draft')}`, leans: true };
  picker.title = vscode.l10n.t('Said on This Occasion Before');
  picker.placeholder = vscode.l10n.t('Enter opens the speech; the buttons pin it or begin a draft after it');
  picker.matchOnDescription = true;
  picker.items = [
    ...articles.map(article => ({
      label: `$(file) ${inert(titleOf(article))}`,
      description: sourceLine({ ...article, title: '' }),
      detail: inert(vscode.workspace.asRelativePath(article.path)),
      buttons: [pin, draft],
      article,
    })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    toggle,
  ];
  picker.onDidTriggerItemButton(({ button, item: { article } }) => {
    picker.hide();
    if (!article) return;
    if (button === pin) void exemplars.pin(article);
    else void vscode.commands.executeCommand('fanben.newDraftFromArticle', article);
  });
  picker.onDidAccept(() => {
    const [row] = picker.selectedItems;
    picker.hide();
    if (row?.leans !== undefined) void lean(row.leans);
    if (!row?.article) return;
    const { path, entry } = row.article;
    const beginning: PassageRef = { path, entry, paragraph: 0, offset: 0, length: 0 };
    void vscode.commands.executeCommand('fanben.openPassage', beginning);
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
}
