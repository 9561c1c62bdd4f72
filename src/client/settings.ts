import * as vscode from 'vscode';
import type { CheckMoment, ListReadiness, NumberingCheck, NumberingEnter } from '../server/protocol/options';

/** When the list of phrases opens: by itself while typing, only on its key, or never. */
export type SuggestMode = 'automatic' | 'onKey' | 'off';

/** What stands before a paragraph's first line: two full-width blanks, four spaces, or nothing. */
export type Indent = 'fullWidth' | 'spaces' | 'none';

/** A library as the setting names it. */
export interface LibraryEntry {
  readonly target: string;
  readonly name?: string;
  readonly weight?: number;
}

/** Every setting of Fanben, as the writer has it now. */
export interface Settings {
  /** Names relative to each workspace folder, absolute paths, or paths from home (`~/…`). */
  readonly folders: readonly string[];
  /** Libraries that others publish, as the writer has written them down. */
  readonly libraries: readonly LibraryEntry[];
  /** A library of more characters is read on demand; room on disk for the pieces of one, in bytes. */
  readonly replicatedCharacters: number;
  readonly libraryCacheBytes: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly maxFileBytes: number;
  /** A program that reads what is not read here: `auto`, a path, or '' for none. */
  readonly converter: string;
  /** Memory for the index. */
  readonly memoryBytes: number;
  /** Language ids of the documents that are drafts. */
  readonly languages: readonly string[];
  readonly suggestMode: SuggestMode;
  /** How readily lists open by themselves. */
  readonly lists: ListReadiness;
  /** Years of the corpus whose wordings come first; 0: all. */
  readonly years: number;
  readonly pinyin: boolean;
  /** Show ghost text by itself. */
  readonly ghostText: boolean;
  /** Pairs of sounds, `z-zh` and the like, that the writer does not tell apart. */
  readonly fuzzyPinyin: readonly string[];
  /** Remember what is taken from the list. */
  readonly memory: boolean;
  /** Write it, and corrections of articles, under a key of the editor's secret storage. */
  readonly memorySealed: boolean;
  /** Complete from the set phrases that Fanben comes with, or from those of the file. */
  readonly background: boolean;
  /** Absolute path, or one from home (`~/…`), of the writer's own background; empty: that of Fanben. */
  readonly backgroundFile: string;
  /** Rank with the language model that Fanben comes with, too. */
  readonly model: boolean;
  readonly hover: boolean;
  /** Say behind a finished paragraph what the corpus has like it. */
  readonly paragraphLens: boolean;
  /** Absolute path, or one from home (`~/…`), of the file of kept sayings; empty: one of the editor's own. */
  readonly sayingsFile: string;
  /** Let assistants ask the corpus. */
  readonly assistant: boolean;
  readonly numberingCheck: NumberingCheck;
  /** Hint at members of another shape than their fellows. */
  readonly numberingUneven: boolean;
  readonly indent: Indent;
  /** What Enter numbers by itself. */
  readonly numberingEnter: NumberingEnter;
  /** When each check of a draft is made, by its code. */
  readonly checks: Readonly<Record<string, CheckMoment>>;
  /** Characters that must stand in an article; articles in which a wording is nobody's own; characters without a stop. */
  readonly overlapLength: number;
  readonly overlapArticles: number;
  readonly longSentence: number;
  /** Lists of wordings: paths relative to a workspace folder, absolute, or from home; the first wins. */
  readonly termLists: readonly string[];
  /** Characters a minute. */
  readonly speakingRate: number;
}

export function readSettings(): Settings {
  const settings = vscode.workspace.getConfiguration('fanben');
  return {
    folders: settings.get<string[]>('corpus.folders', []),
    libraries: settings.get<LibraryEntry[]>('libraries', []),
    replicatedCharacters: Math.floor(settings.get<number>('library.copyUpTo', 1000) * 1_000_000),
    libraryCacheBytes: Math.floor(settings.get<number>('library.cache', 500) * 1_000_000),
    include: settings.get<string[]>('corpus.include', []),
    exclude: settings.get<string[]>('corpus.exclude', []),
    maxFileBytes: settings.get<number>('corpus.maxFileSize', 0) * 1024 * 1024,
    converter: settings.get<string>('corpus.converter', '').trim(),
    memoryBytes: settings.get<number>('corpus.memory', 0) * 1_000_000,
    languages: settings.get<string[]>('languages', []),
    suggestMode: settings.get<SuggestMode>('suggest.mode', 'automatic'),
    lists: settings.get<ListReadiness>('suggest.lists', 'likely'),
    years: Math.max(0, Math.floor(settings.get<number>('suggest.years', 5))),
    pinyin: settings.get<boolean>('pinyin.enabled', true),
    ghostText: settings.get<boolean>('ghostText.enabled', false),
    fuzzyPinyin: chosen(settings.get<Ticks>('pinyin.fuzzy', {})),
    memory: settings.get<boolean>('memory.enabled', true),
    memorySealed: settings.get<boolean>('memory.encrypted', true),
    background: settings.get<boolean>('background.enabled', true),
    backgroundFile: settings.get<string>('background.file', ''),
    model: settings.get<boolean>('model.enabled', true),
    hover: settings.get<boolean>('hover.enabled', true),
    paragraphLens: settings.get<boolean>('paragraphLens.enabled', false),
    sayingsFile: settings.get<string>('sayings.file', ''),
    assistant: settings.get<boolean>('assistant.enabled', false),
    numberingCheck: settings.get<NumberingCheck>('numbering.check', 'speechDrafts'),
    numberingUneven: settings.get<boolean>('numbering.uneven', false),
    indent: settings.get<Indent>('indent', 'fullWidth'),
    numberingEnter: settings.get<NumberingEnter>('numbering.enter', 'lists'),
    checks: {
      overlap: settings.get<CheckMoment>('check.overlap', 'asked'),
      leftover: settings.get<CheckMoment>('check.leftover', 'asked'),
      quotation: settings.get<CheckMoment>('check.quotation', 'asked'),
      figures: settings.get<CheckMoment>('check.figures', 'writing'),
      terms: settings.get<CheckMoment>('check.terms', 'writing'),
      echo: settings.get<CheckMoment>('check.echo', 'asked'),
      pairs: settings.get<CheckMoment>('check.pairs', 'writing'),
      width: settings.get<CheckMoment>('check.width', 'writing'),
      title: settings.get<CheckMoment>('check.title', 'asked'),
      repeat: settings.get<CheckMoment>('check.repeat', 'asked'),
      long: settings.get<CheckMoment>('check.long', 'asked'),
      opening: settings.get<CheckMoment>('check.opening', 'asked'),
    },
    overlapLength: Math.max(4, Math.floor(settings.get<number>('check.overlapLength', 13))),
    overlapArticles: Math.max(2, Math.floor(settings.get<number>('check.overlapArticles', 5))),
    longSentence: Math.max(20, Math.floor(settings.get<number>('check.longSentence', 120))),
    termLists: settings.get<string[]>('check.termLists', []),
    speakingRate: Math.max(1, settings.get<number>('speakingRate', 200)),
  };
}

type Ticks = Readonly<Record<string, boolean>>;

/** The names that are ticked. */
function chosen(names: Ticks): string[] {
  return Object.keys(names).filter(name => names[name] === true);
}

/** Calls `listener` after any setting of Fanben has changed. */
export function onSettingsChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration('fanben')) listener();
  });
}
