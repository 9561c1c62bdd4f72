import * as vscode from 'vscode';
import type { NumberingCheck } from '../server/messages';

/** When the list of phrases opens: by itself while typing, only on its key, or never. */
export type SuggestMode = 'automatic' | 'onKey' | 'off';

/** Every setting of Fanben, as the writer has it now. */
export interface Settings {
  /** Names relative to each workspace folder, absolute paths, or paths from home (`~/…`). */
  readonly folders: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly maxFileBytes: number;
  /** Language ids of the documents that are drafts. */
  readonly languages: readonly string[];
  readonly suggestMode: SuggestMode;
  readonly pinyin: boolean;
  readonly hover: boolean;
  readonly numberingCheck: NumberingCheck;
  /** Hint at members of another shape than their fellows. */
  readonly numberingUneven: boolean;
  /** Characters a minute. */
  readonly speakingRate: number;
}

export function readSettings(): Settings {
  const settings = vscode.workspace.getConfiguration('fanben');
  return {
    folders: settings.get<string[]>('corpus.folders', []),
    include: settings.get<string[]>('corpus.include', []),
    exclude: settings.get<string[]>('corpus.exclude', []),
    maxFileBytes: settings.get<number>('corpus.maxFileSize', 0) * 1024 * 1024,
    languages: settings.get<string[]>('languages', []),
    suggestMode: settings.get<SuggestMode>('suggest.mode', 'automatic'),
    pinyin: settings.get<boolean>('pinyin.enabled', true),
    hover: settings.get<boolean>('hover.enabled', true),
    numberingCheck: settings.get<NumberingCheck>('numbering.check', 'speechDrafts'),
    numberingUneven: settings.get<boolean>('numbering.uneven', false),
    speakingRate: Math.max(1, settings.get<number>('speakingRate', 200)),
  };
}

/** Calls `listener` after any setting of Fanben has changed. */
export function onSettingsChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration('fanben')) listener();
  });
}
