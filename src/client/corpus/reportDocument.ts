import * as vscode from 'vscode';
import type { PassageRef } from '../../server/protocol/passages';
import { SPEECH_DRAFT } from '../draft/drafts';
import type { LanguageServer } from '../server/languageServer';
import { articleCount } from '../ui/counted';
import { showFailure } from '../ui/failure';
import { formatCount } from './formatCount';
import { openImported } from './importedDocument';
import { type FileRow, type ReportWords, reportPage } from './reportText';
import { corpusSize } from './statusItem';

/** Scheme of the one read-only document that is the report. */
const REPORT = 'fanben-report';

type Act = 'removed' | 'open' | 'again';

/**
 * The corpus report as a page: every file with what became of it. Enter in a row, or a click above it, shows what was removed from the
 * file, where it can be kept; opens it; or reads it again. The page follows the index.
 */
export function registerReportDocument(server: LanguageServer): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const lenses = new vscode.EventEmitter<void>();
  let rows: readonly FileRow[] = [];
  const address = () => vscode.Uri.from({ scheme: REPORT, path: `/${vscode.l10n.t('Corpus Report')}` });

  const act = async ({ path }: FileRow, what: Act) => {
    const beginning: PassageRef = { path, entry: 0, paragraph: 0, offset: 0, length: 0 };
    if (what === 'removed') await openImported(path);
    else if (what === 'open') await vscode.commands.executeCommand('fanben.openPassage', beginning);
    else await server.notify('fanben/reindex', { fromScratch: false, paths: [path] });
  };
  let shown = '';
  return vscode.Disposable.from(
    changes,
    lenses,
    vscode.workspace.registerTextDocumentContentProvider(REPORT, {
      onDidChange: changes.event,
      provideTextDocumentContent: async (_, token) => {
        const report = await server.request('fanben/report', null, token);
        if (!report) return vscode.l10n.t('There is no report.');
        const page = reportPage(report, words(corpusSize(report.articles, report.characters)));
        rows = page.rows;
        lenses.fire();
        return page.text;
      },
    }),
    vscode.languages.registerCodeLensProvider(
      { scheme: REPORT },
      {
        onDidChangeCodeLenses: lenses.event,
        provideCodeLenses: () =>
          rows.flatMap(file =>
            actsOf(file).map(what => {
              const command = { command: 'fanben.reportRow', title: titleOf(what), arguments: [file.row, what] };
              return new vscode.CodeLens(new vscode.Range(file.row, 0, file.row, 0), command);
            }),
          ),
      },
    ),
    vscode.commands.registerCommand('fanben.openReport', async () => {
      try {
        changes.fire(address());
        const document = await vscode.workspace.openTextDocument(address());
        await vscode.languages.setTextDocumentLanguage(document, SPEECH_DRAFT);
        await vscode.window.showTextDocument(document, { preview: true });
      } catch (error) {
        await showFailure(vscode.l10n.t('There is no report.'), error);
      }
    }),
    vscode.commands.registerCommand('fanben.reportRow', async (clicked?: number, what?: Act) => {
      const row = clicked ?? vscode.window.activeTextEditor?.selection.active.line;
      const file = rows.find(candidate => candidate.row === row);
      if (file) await act(file, what ?? actsOf(file)[0]!);
    }),
    server.onDidChangeState(({ phase, status }) => {
      const now = `${phase} ${status?.state} ${status?.articles} ${status?.characters} ${status?.skipped}`;
      if (now !== shown && status?.state === 'ready') changes.fire(address());
      shown = now;
    }),
  );
}

/** What can be done with a row of the report; the first is what Enter does. */
function actsOf({ isSkipped, hasFindings }: FileRow): Act[] {
  if (isSkipped) return ['again'];
  return hasFindings ? ['removed', 'open'] : ['open'];
}

function titleOf(act: Act): string {
  switch (act) {
    case 'removed':
      return vscode.l10n.t('Show What Was Removed');
    case 'open':
      return vscode.l10n.t('Open');
    case 'again':
      return vscode.l10n.t('Read Again');
  }
}

function words(size: string): ReportWords {
  return {
    title: vscode.l10n.t('Corpus report: {0}', size),
    hint: vscode.l10n.t(
      'Enter in a row, or a click above it, shows what was removed from the file; there it can be kept. Skipped files are read again.',
    ),
    skipped: vscode.l10n.t('Skipped'),
    problems: vscode.l10n.t('To look at'),
    indexed: vscode.l10n.t('Indexed'),
    notText: vscode.l10n.t('Not text'),
    about: ({ articles, characters, removed }) =>
      [
        articles === 1 ? '' : articleCount(articles),
        vscode.l10n.t('{0} chars', formatCount(characters, vscode.env.language)),
        removed > 0 ? vscode.l10n.t('{0} removed', removed) : '',
      ]
        .filter(part => part !== '')
        .join(' · '),
    cut: count => vscode.l10n.t('Only the first {0} are shown.', count),
    name: path => vscode.workspace.asRelativePath(path),
  };
}
