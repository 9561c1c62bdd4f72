import * as vscode from 'vscode';
import { inert } from '../ui/inert';
import { latest } from '../ui/latest';
import { createLiveQuickPick } from '../ui/liveQuickPick';

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

const DEBOUNCE_MS = 80;

/** Lets the writer type what to look for, the results below growing along; resolves to it at Enter, undefined where they leave. */
export function searchInput({ words, recent, search, failed }: InputOptions): Promise<string | undefined> {
  const picker = createLiveQuickPick<WordsItem>();
  picker.title = vscode.l10n.t('Search the Corpus');
  picker.placeholder = vscode.l10n.t('words · “exact wording” · 以*为抓手 · speaker: year: title: occasion: · pinyin');

  const show = (typed: string, said: string) => {
    const before = recent.filter(one => one !== typed && one.includes(typed));
    picker.items = [
      ...(typed === '' ? [] : [{ label: inert(typed), description: said, words: typed, alwaysShow: true }]),
      ...(before.length === 0
        ? []
        : [
            { label: vscode.l10n.t('Looked for before'), kind: vscode.QuickPickItemKind.Separator, words: '' },
            ...before.map(one => ({ label: inert(one), words: one, alwaysShow: true })),
          ]),
    ];
  };
  const ask = latest(
    DEBOUNCE_MS,
    (typed: string, signal) => {
      const cancelling = new vscode.CancellationTokenSource();
      signal.addEventListener('abort', () => cancelling.cancel());
      return search(typed, cancelling.token);
    },
    (said, typed) => {
      picker.busy = false;
      show(typed, said);
    },
    error => {
      picker.hide();
      failed(error);
    },
  );
  const typing = (value: string) => {
    const typed = value.trim();
    show(typed, '');
    picker.busy = typed !== '';
    ask(typed);
  };
  return new Promise(resolve => {
    picker.onDidChangeValue(typing);
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.words);
      picker.hide();
    });
    picker.onDidHide(() => {
      ask.stop();
      resolve(undefined);
      picker.dispose();
    });
    picker.value = words;
    picker.show();
    show(words, '');
    if (words !== '') typing(words);
  });
}
