import type { ArticleTable } from '../articles/articleTable';
import type { ArticleMeta, ArticleOverlay, CountedPhrase, Segment } from '../segment';
import type { PrefixTable, SuffixRange } from '../suffixes/prefixTable';
import { hasBit } from './bits';
import { decodePhrases } from './phraseColumn';

/** The columns of a segment that are small enough to be in memory always. */
export interface SmallColumns {
  /** One bit a character: does a word start there? */
  readonly wordBits: Uint8Array;
  readonly prefixes: PrefixTable;
  /** `encodePhrases`. */
  readonly phrases: Int32Array;
  /** `packSuffixes`. */
  readonly sampledBranches: Uint8Array;
}

/**
 * What all segments share, wherever their text and suffixes are: in memory, or paged from a file. A class, so that the methods
 * inline in the queries.
 */
export abstract class ColumnSegment implements Segment {
  readonly articleCount: number;
  readonly hasDead: boolean;
  private readonly wordBits: Uint8Array;
  private readonly prefixes: PrefixTable;
  private readonly phraseColumn: Int32Array;
  private readonly sampledBranches: Uint8Array;

  constructor(
    readonly id: string,
    readonly length: number,
    { wordBits, prefixes, phrases, sampledBranches }: SmallColumns,
    private readonly articles: ArticleTable,
  ) {
    this.wordBits = wordBits;
    this.prefixes = prefixes;
    this.phraseColumn = phrases;
    this.sampledBranches = sampledBranches;
    this.articleCount = articles.count;
    this.hasDead = articles.hasDead;
  }

  abstract codeAt(position: number): number;
  abstract suffixAt(rank: number): number;
  abstract branchAt(group: number): number;
  abstract slice(start: number, end: number): string;

  sampledBranchAt(sample: number): number {
    return this.sampledBranches[sample]!;
  }

  bucketStart(code: number): number {
    return this.prefixes.start(code);
  }

  pairRange(first: number, second: number): SuffixRange {
    return this.prefixes.pairRange(first, second);
  }

  isWordStart(position: number): boolean {
    return position >= this.length || hasBit(this.wordBits, position);
  }

  articleAt(position: number): number {
    return this.articles.at(position);
  }

  articleStart(article: number): number {
    return this.articles.start(article);
  }

  isDead(article: number): boolean {
    return this.articles.isDead(article);
  }

  meta(article: number): ArticleMeta {
    return this.articles.meta(article);
  }

  cluster(article: number): number {
    return this.articles.cluster(article);
  }

  packedDate(article: number): number {
    return this.articles.packedDate(article);
  }

  weight(article: number): number {
    return this.articles.weight(article);
  }

  overlaid(overlay: ArticleOverlay): Segment {
    const articles = this.articles.overlaid(overlay);
    const { prototype } = this.constructor as { prototype: object };
    return Object.assign(Object.create(prototype), this, { articles, hasDead: articles.hasDead }) as Segment;
  }

  phrases(): CountedPhrase[] {
    return decodePhrases(this.phraseColumn, (start, end) => this.slice(start, end));
  }
}
