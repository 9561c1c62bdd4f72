import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Report } from '../../server/protocol/corpus';
import type { PassageRef } from '../../server/protocol/passages';
import type { LanguageServer } from '../server/languageServer';
import { articleCount } from '../ui/counted';
import { showFailure } from '../ui/failure';
import { inert } from '../ui/inert';
import { tell } from '../ui/tell';
import { formatCount } from './formatCount';
import { openImported } from './importedDocument';
import { corpusSize } from './statusItem';

interface ReportItem extends vscode.QuickPickItem {
  /** Absolute path of the file the row is about. */
  path?: string;
  /** The file could not be read: there is no article to open. */
  isSkipped?: boolean;
  /** What a row without a file does. */
  command?: string;
}

interface ReportButton extends vscode.QuickInputButton {
  command: string;
}

/** What was indexed, what was skipped and why, what a person should look at; Enter opens the file. */
export function registerShowReport(server: LanguageServer): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.showReport', async () => {
    try {
      const report = await server.request('fanben/report', null);
      if (!report) throw new Error(vscode.l10n.t('The language server gave no answer.'));
      show(report);
    } catch (error) {
      await showFailure(vscode.l10n.t('There is no report.'), error);
    }
  });
}

function show(report: Report): void {
  const picker = vscode.window.createQuickPick<ReportItem>();
  const megabytes = (report.indexBytes / 1e6).toFixed(1);
  picker.title = vscode.l10n.t('Corpus: {0} · index {1} MB', corpusSize(report.articles, report.characters), megabytes);
  picker.placeholder = vscode.l10n.t('Type to filter; Enter opens the file');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = rowsOf(report);
  picker.buttons = buttons();
  picker.onDidTriggerButton(button => {
    picker.hide();
    void vscode.commands.executeCommand((button as ReportButton).command);
  });
  picker.onDidTriggerItemButton(({ item: { path } }) => {
    picker.hide();
    if (path) void openImported(path);
  });
  picker.onDidAccept(() => {
    const [row] = picker.selectedItems;
    picker.hide();
    if (row?.command) void vscode.commands.executeCommand(row.command);
    else if (row?.path) void openFile(row);
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
}

/** As every source is opened: to read, not to be changed. A file of which nothing could be extracted is told about instead. */
async function openFile({ path = '', isSkipped, detail = '' }: ReportItem): Promise<void> {
  const beginning: PassageRef = { path, entry: 0, paragraph: 0, offset: 0, length: 0 };
  if (!isSkipped) return vscode.commands.executeCommand('fanben.openPassage', beginning);
  const open = vscode.l10n.t('Open the File Itself');
  const message = vscode.l10n.t('{0} was skipped: {1}', basename(path), detail);
  // The editor has a page that tells what can be done with a file that it cannot show.
  if ((await tell.information(message, open)) === open)
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(path), { preview: true });
}

function buttons(): ReportButton[] {
  const button = (icon: string, tooltip: string, command: string) => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    command,
  });
  return [
    button('open-preview', vscode.l10n.t('Open as a Page'), 'fanben.openReport'),
    button('new-folder', vscode.l10n.t('Add Corpus Folder'), 'fanben.addCorpusFolder'),
    button('refresh', vscode.l10n.t('Rebuild Index'), 'fanben.rebuildIndex'),
  ];
}

function rowsOf({ files, skipped, ignored }: Report): ReportItem[] {
  const notText = section(vscode.l10n.t('Not text'), ignored, ({ folder, reason }) => ({
    label: `$(circle-slash) ${inert(reason)}`,
    description: folder,
  }));
  if (files.length + skipped.length === 0) {
    const detail = vscode.l10n.t(
      'Fanben finds no articles. It reads Word, WPS, PDF, RTF, web pages, e-books, text, tables and zip archives.',
    );
    return [{ label: vscode.l10n.t('Add Corpus Folder'), detail, command: 'fanben.addCorpusFolder' }, ...notText];
  }
  const showImported = { iconPath: new vscode.ThemeIcon('eye'), tooltip: vscode.l10n.t('Show What Was Removed') };
  const problems = files.flatMap(({ path, problems }) => problems.map(reason => ({ path, reason })));
  return [
    ...section(vscode.l10n.t('Skipped'), skipped, row => ({ ...complaint('$(warning)', row), isSkipped: true })),
    ...section(vscode.l10n.t('To look at'), problems, row => ({
      ...complaint('$(info)', row),
      buttons: [showImported],
    })),
    ...section(vscode.l10n.t('Indexed'), files, ({ path, articles, characters, removed, problems }) => ({
      label: `$(file) ${inert(basename(path))}`,
      description: [
        articles === 1 ? '' : articleCount(articles),
        vscode.l10n.t('{0} chars', formatCount(characters, vscode.env.language)),
        removed > 0 ? vscode.l10n.t('{0} removed', removed) : '',
      ]
        .filter(part => part !== '')
        .join(' · '),
      buttons: removed + problems.length > 0 ? [showImported] : [],
      path,
    })),
    ...notText,
  ];
}

function complaint(icon: string, { path, reason }: { path: string; reason: string }): ReportItem {
  return {
    label: `${icon} ${inert(basename(path))}`,
    description: inert(vscode.workspace.asRelativePath(path)),
    detail: inert(reason),
    path,
  };
}

/** The rows under a heading that counts them; nothing where there are none. */
function section<Row>(name: string, rows: readonly Row[], itemOf: (row: Row) => ReportItem): ReportItem[] {
  if (rows.length === 0) return [];
  const kind = vscode.QuickPickItemKind.Separator;
  return [{ label: vscode.l10n.t('{0} ({1})', name, rows.length), kind }, ...rows.map(itemOf)];
}
