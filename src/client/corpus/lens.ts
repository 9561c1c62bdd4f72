import * as vscode from 'vscode';
import type { ArticleFilter } from '../../server/protocol/corpusTree';
import type { LanguageServer } from '../server/languageServer';
import { whenRunning } from '../server/whenRunning';
import { articleCount } from '../ui/counted';
import { showFailure } from '../ui/failure';
import { inert } from '../ui/inert';
import { folderRules } from './folderOptions';
import { isYears, yearsOf, yearsText } from './years';

/** Key of the filter in the state of the workspace. */
const FILTER = 'corpus.filter';

/** Which articles are asked: the filter of this workspace, and the options of the folders. A filter that is on stands in the status bar. */
export function registerLens(
  context: vscode.ExtensionContext,
  server: LanguageServer,
  changed: () => void,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('fanben.filter', vscode.StatusBarAlignment.Left, 9);
  item.name = vscode.l10n.t('Fanben Filter');
  item.command = 'fanben.setFilter';
  let filter = context.workspaceState.get<ArticleFilter>(FILTER, {});

  const tell = async () => {
    // A server that has just failed is told when it runs again.
    await server.notify('fanben/setLens', { filter, folders: folderRules() }).catch(() => {});
    changed();
  };
  const show = () => {
    const text = filterText(filter);
    item.text = `$(filter-filled) ${inert(text)}`;
    item.tooltip = vscode.l10n.t(
      'Only these articles are asked, in lists, look-up and frames. Click to change or clear it.',
    );
    item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    if (text === '') item.hide();
    else item.show();
    void vscode.commands.executeCommand('setContext', 'fanben.isFiltered', text !== '');
  };
  const become = async (next: ArticleFilter) => {
    filter = next;
    await context.workspaceState.update(FILTER, filter);
    show();
    if (server.state.phase === 'running') await tell();
  };
  show();
  return vscode.Disposable.from(
    item,
    vscode.commands.registerCommand('fanben.setFilter', async () => {
      try {
        const next = await askForFilter(filter, server);
        if (next) await become(next);
      } catch (error) {
        await showFailure(vscode.l10n.t('That could not be done.'), error);
      }
    }),
    vscode.commands.registerCommand('fanben.clearFilter', () => become({})),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('fanben.corpus.folderOptions') && server.state.phase === 'running') void tell();
    }),
    whenRunning(server, () => {
      if (filterText(filter) !== '' || folderRules().length > 0) void tell();
    }),
  );
}

/** `周明远、程向南 · 2018- · 经济工作会议`; empty where it asks for nothing. */
function filterText({ speakers = [], occasion = '', name = '', ...years }: ArticleFilter): string {
  return [speakers.join('、'), yearsText(years), occasion, name].filter(part => part !== '').join(' · ');
}

type Part = 'speakers' | 'years' | 'occasion' | 'name' | 'clear';

/** The filter with one part of it asked anew. */
async function askForFilter(filter: ArticleFilter, server: LanguageServer): Promise<ArticleFilter | undefined> {
  const { speakers = [], occasion = '', name = '' } = filter;
  const row = (part: Part, label: string, description: string) => ({ part, label, description: inert(description) });
  const rows = [
    row('speakers', `$(person) ${vscode.l10n.t('Speaker')}`, speakers.join('、')),
    row('years', `$(calendar) ${vscode.l10n.t('Years')}`, yearsText(filter)),
    row('occasion', `$(organization) ${vscode.l10n.t('Occasion')}`, occasion),
    row('name', `$(symbol-string) ${vscode.l10n.t('Title or file name')}`, name),
    ...(filterText(filter) === '' ? [] : [row('clear', `$(clear-all) ${vscode.l10n.t('Clear the filter')}`, '')]),
  ];
  const chosen = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Filter the Corpus'),
    placeHolder: vscode.l10n.t('Lists, look-up and frames then take these articles only'),
  });
  switch (chosen?.part) {
    case 'clear':
      return {};
    case 'speakers': {
      const names = await pickSpeakers(speakers, server);
      return names && { ...filter, speakers: names };
    }
    case 'years': {
      const years = await askForYears(filter);
      const { fromYear: _, toYear: __, ...others } = filter;
      return years === undefined ? undefined : { ...others, ...yearsOf(years) };
    }
    case 'occasion':
    case 'name': {
      const value = chosen.part === 'occasion' ? occasion : name;
      const text = await vscode.window.showInputBox({ title: chosen.label.replace(/^\S+ /, ''), value });
      return text === undefined ? undefined : { ...filter, [chosen.part]: text.trim() };
    }
    default:
      return undefined;
  }
}

async function pickSpeakers(now: readonly string[], server: LanguageServer): Promise<string[] | undefined> {
  const { speakers } = await server.request('fanben/facets', null);
  const items = speakers.map(({ name, articles }) => ({
    label: inert(name),
    name,
    description: articleCount(articles),
    picked: now.includes(name),
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Speaker'), canPickMany: true });
  return chosen?.map(({ name }) => name);
}

async function askForYears(filter: ArticleFilter): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Years'),
    value: yearsText(filter),
    prompt: vscode.l10n.t('2018-2023, 2018- or -2023; articles without a date are left out then. Empty: all years'),
    validateInput: text => (isYears(text) ? undefined : vscode.l10n.t('Years are written 2018-2023, 2018- or -2023.')),
  });
}
