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

/** A setting by its name without `fanben.`, as its schema in the manifest allows it: `setting('corpus.memory')`. */
export type SettingReader = <T>(name: string) => T;

/** All settings, each read by its name. */
export function settingsOf(setting: SettingReader): Settings {
  return {
    folders: setting<string[]>('corpus.folders'),
    libraries: setting<LibraryEntry[]>('libraries'),
    replicatedCharacters: Math.floor(setting<number>('library.copyUpTo') * 1_000_000),
    libraryCacheBytes: Math.floor(setting<number>('library.cache') * 1_000_000),
    include: setting<string[]>('corpus.include'),
    exclude: setting<string[]>('corpus.exclude'),
    maxFileBytes: setting<number>('corpus.maxFileSize') * 1024 * 1024,
    converter: setting<string>('corpus.converter').trim(),
    memoryBytes: setting<number>('corpus.memory') * 1_000_000,
    languages: setting<string[]>('languages'),
    suggestMode: setting<SuggestMode>('suggest.mode'),
    lists: setting<ListReadiness>('suggest.lists'),
    years: Math.floor(setting<number>('suggest.years')),
    pinyin: setting<boolean>('pinyin.enabled'),
    ghostText: setting<boolean>('ghostText.enabled'),
    fuzzyPinyin: chosen(setting<Ticks>('pinyin.fuzzy')),
    memory: setting<boolean>('memory.enabled'),
    memorySealed: setting<boolean>('memory.encrypted'),
    background: setting<boolean>('background.enabled'),
    backgroundFile: setting<string>('background.file'),
    model: setting<boolean>('model.enabled'),
    hover: setting<boolean>('hover.enabled'),
    paragraphLens: setting<boolean>('paragraphLens.enabled'),
    sayingsFile: setting<string>('sayings.file'),
    assistant: setting<boolean>('assistant.enabled'),
    numberingCheck: setting<NumberingCheck>('numbering.check'),
    numberingUneven: setting<boolean>('numbering.uneven'),
    indent: setting<Indent>('indent'),
    numberingEnter: setting<NumberingEnter>('numbering.enter'),
    checks: {
      overlap: setting<CheckMoment>('check.overlap'),
      leftover: setting<CheckMoment>('check.leftover'),
      quotation: setting<CheckMoment>('check.quotation'),
      figures: setting<CheckMoment>('check.figures'),
      terms: setting<CheckMoment>('check.terms'),
      echo: setting<CheckMoment>('check.echo'),
      pairs: setting<CheckMoment>('check.pairs'),
      width: setting<CheckMoment>('check.width'),
      title: setting<CheckMoment>('check.title'),
      repeat: setting<CheckMoment>('check.repeat'),
      long: setting<CheckMoment>('check.long'),
      opening: setting<CheckMoment>('check.opening'),
    },
    overlapLength: Math.floor(setting<number>('check.overlapLength')),
    overlapArticles: Math.floor(setting<number>('check.overlapArticles')),
    longSentence: Math.floor(setting<number>('check.longSentence')),
    termLists: setting<string[]>('check.termLists'),
    speakingRate: setting<number>('speakingRate'),
  };
}

type Ticks = Readonly<Record<string, boolean>>;

/** The names that are ticked. */
function chosen(names: Ticks): string[] {
  return Object.keys(names).filter(name => names[name] === true);
}
