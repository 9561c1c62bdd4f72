import type { ArticlePlace } from '../passages/articlePlace';
import type { ArticleCount } from '../passages/countArticles';
import type { FuzzyPair } from './pinyin/fuzzyPinyin';
import type { Choices } from './writer/choices';
import type { RefusedList } from './writer/refusals';

/** A draft where it goes on: all that an answer depends on, beside the corpus. */
export interface Draft {
  /**
   * Which draft it is, for instance its address. What a draft is about is remembered for a few of them; drafts without an
   * id are one draft that is forgotten when another text stands in its place.
   */
  readonly id?: string;
  /** The draft before the cursor, whole (the draft itself is a source of continuations). `…，推动高|` */
  readonly before: string;
  /** The rest of the line after the cursor. */
  readonly after?: string;
  /** Title of the draft, if it has one: leans the answer towards its topic. */
  readonly title?: string;
  /** Articles that the writer has pinned as models: answers lean towards them. */
  readonly exemplars?: readonly ArticlePlace[];
}

/** How the writer wants to be answered. */
export interface CompletionOptions {
  /** How many phrases at most. */
  readonly limit: number;
  /** Does a text belong into the list at all? By default all do. */
  readonly admits?: (text: string) => boolean;
  /** Offer phrases for pinyin letters at the cursor. */
  readonly pinyin?: boolean;
  /** Sounds that the writer does not tell apart. */
  readonly fuzzyPinyin?: readonly FuzzyPair[];
  /** Wordings that the last years of the corpus no longer have stand below the others: how many years that is; 0: all, by default. */
  readonly years?: number | undefined;
  /** What the writer has taken before. */
  readonly choices?: Choices;
  /** Lists that the writer did not want in this draft, lately. */
  readonly refused?: readonly RefusedList[];
}

/** One continuation. `推动高|` → `{ text: '高质量发展', replace: 1 }`: `text` stands for the last `replace` characters. */
export interface Continuation extends ArticleCount {
  readonly text: string;
  /** UTF-16 code units before the cursor that `text` replaces: of a word that is begun, what is written of it; the letters for pinyin items. */
  readonly replace: number;
  /**
   * How probable it is that the writer goes on so. 0 where nobody knows: of a phrase that the letters at the cursor spell
   * and that was never seen after this text.
   */
  readonly probability: number;
  /** Of one idea the shorter form ends after so many characters of `text`: it may be taken in two steps. UTF-16 code units. */
  readonly step?: number;
  /** Neither the corpus nor the draft has it, only the background of set phrases: it has no source. */
  readonly isCommon?: boolean;
  /** The newest place it occurs at: segment number in the view, and position of the continuation's first character. */
  readonly source: { readonly segment: number; readonly position: number } | null;
}

/** The phrases that may go on at a cursor. */
export interface Completion {
  /**
   * Best first; empty rather than noise. `articles` counts those that have the phrase after the last word or two of the
   * draft; 0: only the draft itself has it.
   */
  readonly phrases: readonly Continuation[];
  /** They stand for pinyin letters at the cursor: the writer has asked for them. */
  readonly isSpelled: boolean;
}
