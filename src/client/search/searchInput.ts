import * as vscode from 'vscode';
import { askAsTyped } from '../ui/askAsTyped';
import { inert } from '../ui/inert';
import { createLiveQuickPick } from '../ui/liveQuickPick';
import { pickedValue } from '../ui/pickedValue';

/** What the field above the results needs of the search. */
export interface InputOptions {
  /** Stands there, selected. */
  readonly words: string;
  /** What was looked for before, the latest first. */
  readonly recent: readonly string[];
  /** Searches while it is typed; resolves to what is said of the results. */
  search(words: string, token: vscode.CancellationToken): Promise<string>;
  failed(error: unknown): void;
}

interface WordsItem extends vscode.QuickPickItem {
  readonly words: string;
}

/** Lets the writer type what to look for, the results below growing along; resolves to it at Enter, undefined where they leave. */
export function searchInput({ words, recent, search, failed }: InputOptions): Promise<string | undefined> {
  const picker = createLiveQuickPick<WordsItem>();
  picker.title = vscode.l10n.t('Search the Corpus');
  picker.placeholder = vscode.l10n.t('words · “exact wording” · 以*为抓手 · speaker: year: title: occasion: · pinyin');

  const show = (typed: string, said: string) => {
    const before = recent.filter(one => one !== typed && one.includes(typed));
    const rows = [
      ...(typed === '' ? [] : [{ label: inert(typed), description: said, words: typed, alwaysShow: true }]),
      ...(before.length === 0
        ? []
        : [
            { label: vscode.l10n.t('Looked for before'), kind: vscode.QuickPickItemKind.Separator, words: '' },
            ...before.map(one => ({ label: inert(one), words: one, alwaysShow: true })),
          ]),
    ];
    picker.fill(rows, typed);
  };
  picker.value = words;
  askAsTyped(picker, {
    ask: search,
    show: (said, typed) => show(typed, said),
    typing: typed => show(typed, ''),
    failed,
  });
  return pickedValue(picker, item => item.words);
}
