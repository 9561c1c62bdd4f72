import type { ArticlePlace } from '../passages/findArticle';
import type { FuzzyPair } from './pinyin/fuzzyPinyin';
import type { Choices } from './writer/choices';
import type { RefusedList } from './writer/refusals';

/** What is asked: the draft up to and after the cursor. */
export interface CompletionRequest {
  /** The draft before the cursor, whole (the draft itself is a source of continuations). `…，推动高|` */
  readonly before: string;
  /** The rest of the line after the cursor. */
  readonly after: string;
  /** Title of the draft, if it has one: leans the answer towards its topic. */
  readonly title?: string;
  /** How many items at most. */
  readonly limit: number;
  /** Offer phrases for pinyin letters at the cursor. */
  readonly pinyin?: boolean;
  /** Articles that the writer has pinned as models: answers lean towards them. */
  readonly exemplars?: readonly ArticlePlace[];
  /** Sounds that the writer does not tell apart. */
  readonly fuzzyPinyin?: readonly FuzzyPair[];
  /** What the writer has taken before. */
  readonly choices?: Choices;
  /** Lists that the writer did not want in this draft, lately. */
  readonly refused?: readonly RefusedList[];
}

/** One continuation. `推动高|` → `{ text: '高质量发展', replace: 1 }`: `text` stands for the last `replace` characters. */
export interface Continuation {
  readonly text: string;
  /** UTF-16 code units before the cursor that `text` replaces: the same for all Han items; the letters for pinyin items. */
  readonly replace: number;
  /** In how many distinct articles (near-duplicates once) it occurs after the last word or two; 0: only in the draft itself. */
  readonly articles: number;
  readonly occurrences: number;
  /** The newest place it occurs at: segment number in the view, and position of the continuation's first character. */
  readonly source: { readonly segment: number; readonly position: number } | null;
}
