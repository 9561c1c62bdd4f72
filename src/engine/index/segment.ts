import type { StatedField } from '../article/article';
import type { SuffixRange } from './suffixes/prefixTable';

/**
 * An immutable piece of the index: the text of some articles with its suffix array.
 *
 * Text: the paragraphs of an article joined by `\n`, each article closed by `ARTICLE_END`. Garbled stretches are
 * kept in length as `GARBLED`, so that nothing of them is ever found or offered. Positions are UTF-16 offsets in it.
 * Methods rather than arrays, because a segment may be in memory or be paged from disk.
 */
export interface Segment {
  readonly id: string;
  /** Length of the text, in UTF-16 code units; also the number of suffixes. */
  readonly length: number;
  readonly articleCount: number;
  /** Some article of it has been deleted or replaced: check `isDead` before showing one. */
  readonly hasDead: boolean;
  /** Code unit at `position`; -1 at and beyond the end. */
  codeAt(position: number): number;
  /** Position of the suffix with this rank in lexicographic order; 0 <= rank < length. */
  suffixAt(rank: number): number;
  /** Likewise those with many ranks, ascending: of a segment that is read from a disk, at once what lies side by side. */
  suffixesAt?(ranks: Int32Array): Int32Array;
  /**
   * Where the first suffix of a group of ranks parts from that of the group before: see `branches.ts`. Any number where they have not two code
   * units in common; always `FAR_BRANCH`: nothing is known.
   */
  branchAt(group: number): number;
  /** Likewise a sampled suffix from the one sampled before. */
  sampledBranchAt(sample: number): number;
  /**
   * Which grams (`grams.ts`), by their hashes, may stand in it: 0 for one that does not. Undefined where that is not known, or where to look for so few
   * would take longer than to look up what they are asked for.
   */
  mayHave?(hashes: Uint32Array): Uint8Array | undefined;
  /** Ranks below which all suffixes start with a smaller code unit: the bucket of `code` is [bucketStart(code), bucketStart(code + 1)). */
  bucketStart(code: number): number;
  /** Ranks of the suffixes that start with both code units; none: two equal ranks. */
  pairRange(first: number, second: number): SuffixRange;
  /**
   * Only of a segment of which not all is here: the ranks [lo, hi) of the suffixes that begin with `pattern`, as far as it is known. `suffixAt`
   * may then be that of a rank nearby, or -1 where nothing is known.
   */
  rangeOf?(pattern: string): { readonly lo: number; readonly hi: number };
  /** Likewise about how often `pattern` stands in it, by what is always here; 0: it is not known. */
  countAbout?(pattern: string): number;
  /** Likewise: is the text of [start, end) here? And what an article is, beyond its date? */
  hasText?(start: number, end: number): boolean;
  hasMeta?(article: number): boolean;
  /** Likewise who spoke, where that is here without the rest; undefined: it is not known. */
  speakerOf?(article: number): string | null | undefined;
  /** Likewise: is that known of all articles? */
  readonly knowsSpeakers?: boolean;
  /** Likewise, where articles are filtered: is it known here whether one is wanted? Else it counts as dead. */
  readonly isJudged?: ((article: number) => boolean) | undefined;
  /** Does a word of the segmenter start here? True after punctuation and at `length`. */
  isWordStart(position: number): boolean;
  slice(start: number, end: number): string;
  /** Number of the article that holds this position. */
  articleAt(position: number): number;
  articleStart(article: number): number;
  isDead(article: number): boolean;
  meta(article: number): ArticleMeta;
  /** Its `cluster` alone, and its `date` as a number: the later, the greater; 0: unknown. See `packedDate.ts`. */
  cluster(article: number): number;
  packedDate(article: number): number;
  /** How much the writer wants to hear of the article, 1 where they said nothing: what it has counts so many times. */
  weight(article: number): number;
  /** The same segment with other articles alive, weighed, or told of otherwise; text and tables are shared. */
  overlaid(overlay: ArticleOverlay): Segment;
  /** The phrases that recur in it, those that save most keystrokes first. */
  phrases(): CountedPhrase[];
}

/** What is known of an article beside its text. Dates are ISO 8601, as precise as they are known; null: not known. */
export interface ArticleMeta {
  /** Absolute path of the source file, and number of the article in it. */
  readonly path: string;
  readonly entry: number;
  readonly title: string;
  readonly date: string | null;
  readonly speaker: string | null;
  readonly occasion: string | null;
  /** Those of these fields that the file itself states, as front matter does: nothing overrules them. */
  readonly stated?: readonly StatedField[];
  /** Paragraphs taken out of its text because they recur in its source. */
  readonly furniture?: readonly string[];
  /**
   * Near-duplicates (the same speech from two sites) share this number, so that they count once.
   * Given by `ClusterTable` when the article is indexed, and kept through merges.
   */
  readonly cluster: number;
}

/** Numbers of articles: a set, or what tells one by one. */
export interface HiddenArticles {
  readonly size: number;
  has(article: number): boolean;
  /** Of what tells one by one: can it tell? */
  readonly isJudged?: (article: number) => boolean;
}

/** What the writer says about the articles of a segment, by their numbers in it. */
export interface ArticleOverlay {
  /** Not to be found now; they count as dead. */
  readonly hidden: HiddenArticles;
  /** Weights other than 1. */
  readonly weights: ReadonlyMap<number, number>;
  /** What is put right of their metadata. */
  readonly corrections: ReadonlyMap<number, ArticleCorrection>;
}

/** What the writer has put right; what is left out stays as it was read. Empty text: there is none. A date is ISO 8601, as precise as it is known. */
export type ArticleCorrection = { readonly [Field in StatedField]?: string | undefined };

/** All that is indexed at one moment: what every query answers from. */
export type CorpusView = readonly Segment[];

/** A phrase of a segment, and how often it occurs there. */
export interface CountedPhrase {
  readonly text: string;
  readonly count: number;
}

/** The mark between two paragraphs of an article. */
export const PARAGRAPH_END = 0x0a;
/** The mark behind the last paragraph of an article. */
export const ARTICLE_END = 0x01;
/** What stands for each code unit of a garbled stretch. */
export const GARBLED = 0xfffd;

/** The end of a paragraph, an article or the text, or a garbled stretch: nothing is followed past it. */
export const isStop = (code: number): boolean =>
  code === PARAGRAPH_END || code === ARTICLE_END || code === GARBLED || code < 0;

/** The segments all of which is here: what counts by jumping about asks these. */
export const wholeSegments = (view: CorpusView): CorpusView =>
  view.some(segment => segment.rangeOf) ? view.filter(segment => !segment.rangeOf) : view;

/** Where the text of an article ends, its end mark included. */
export function articleEnd(segment: Segment, article: number): number {
  return article + 1 < segment.articleCount ? segment.articleStart(article + 1) : segment.length;
}
