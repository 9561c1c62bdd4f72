import * as vscode from 'vscode';
import type { ArticleRow, NoteChange } from '../../../server/protocol/corpusTree';
import type { LanguageServer } from '../../server/languageServer';
import { inert } from '../../ui/inert';
import { tell } from '../../ui/tell';

type Field = 'title' | 'date' | 'speaker' | 'occasion';

/** Lets the writer put right what was read of an article. Resolves to true where something has changed. */
export async function editArticle(article: ArticleRow, server: LanguageServer): Promise<boolean> {
  const names: Record<Field, string> = {
    title: vscode.l10n.t('Title'),
    date: vscode.l10n.t('Date'),
    speaker: vscode.l10n.t('Speaker'),
    occasion: vscode.l10n.t('Occasion'),
  };
  const fields = Object.keys(names) as Field[];
  const rows = fields.map(field => ({
    label: names[field],
    description: inert(article[field] || vscode.l10n.t('(none)')),
    field: field as Field | undefined,
  }));
  const restore = { label: `$(discard) ${vscode.l10n.t('Restore what was read')}`, description: '', field: undefined };
  const chosen = await vscode.window.showQuickPick([...rows, restore], {
    title: vscode.l10n.t('Put Right: {0}', article.title || vscode.l10n.t('(untitled)')),
    placeHolder: vscode.l10n.t('The file itself is not changed; what you put here outlives reading it anew'),
  });
  if (!chosen) return false;
  const { field } = chosen;
  const value = field && (await ask(names[field], field, article[field] ?? ''));
  if (field && value === undefined) return false;
  const change: NoteChange = field ? { [field]: value } : { title: null, date: null, speaker: null, occasion: null };
  const { path, entry } = article;
  const result = await server.request('fanben/noteArticle', { path, entry, change });
  if (!result) void tell.warning(vscode.l10n.t('{0} is not in the index. Was it moved or deleted?', path));
  else if (field && result.stated.includes(field)) {
    const message = vscode.l10n.t(
      '{0} is written at the top of the file itself, which counts. Change it there.',
      names[field],
    );
    void tell.information(message);
  }
  return result !== null;
}

function ask(title: string, field: Field, value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    value,
    prompt:
      field === 'date'
        ? vscode.l10n.t('2024, 2024-05 or 2024-05-20; empty: it has none')
        : vscode.l10n.t('Empty: it has none'),
    validateInput: text =>
      field !== 'date' || text === '' || isDate(text)
        ? undefined
        : vscode.l10n.t('A date is written 2024, 2024-05 or 2024-05-20.'),
  });
}

/** A day of the calendar, a month or a year. */
function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
