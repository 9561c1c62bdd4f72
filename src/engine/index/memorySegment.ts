import type { ArticleTable } from './articleTable';
import { hasBit } from './bits';
import { decodePhrases } from './phraseColumn';
import type { PrefixTable } from './prefixTable';
import type { ArticleMeta, ArticleOverlay, CountedPhrase, Segment } from './segment';

/** The big columns of a segment, and the table of prefixes. */
export interface MemoryColumns {
  readonly text: Uint16Array;
  readonly suffixes: Int32Array;
  readonly wordBits: Uint8Array;
  readonly prefixes: PrefixTable;
  /** `encodePhrases`. */
  readonly phrases: Int32Array;
}

/** A segment all of which is in memory. A class, so that all segments share one shape and its methods inline in the queries. */
export class MemorySegment implements Segment {
  readonly length: number;
  readonly articleCount: number;
  readonly hasDead: boolean;
  private readonly text: Uint16Array;
  private readonly suffixes: Int32Array;
  private readonly wordBits: Uint8Array;
  private readonly prefixes: PrefixTable;
  private readonly phraseColumn: Int32Array;

  constructor(
    readonly id: string,
    columns: MemoryColumns,
    private readonly articles: ArticleTable,
  ) {
    this.text = columns.text;
    this.suffixes = columns.suffixes;
    this.wordBits = columns.wordBits;
    this.prefixes = columns.prefixes;
    this.phraseColumn = columns.phrases;
    this.length = columns.text.length;
    this.articleCount = articles.count;
    this.hasDead = articles.hasDead;
  }

  codeAt(position: number): number {
    return position >= 0 && position < this.text.length ? this.text[position]! : -1;
  }

  suffixAt(rank: number): number {
    return this.suffixes[rank]!;
  }

  bucketStart(code: number): number {
    return this.prefixes.start(code);
  }

  pairStart(first: number, second: number): number {
    return this.prefixes.pairStart(first, second);
  }

  isWordStart(position: number): boolean {
    return position >= this.text.length || hasBit(this.wordBits, position);
  }

  slice(start: number, end: number): string {
    return decodeCodeUnits(this.text.subarray(Math.max(0, start), Math.max(0, end)));
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

/** As many arguments as a call safely takes. */
const CHUNK = 8192;

/** UTF-16 code units as a string, lone surrogates included. */
export function decodeCodeUnits(units: Uint16Array): string {
  if (units.length <= CHUNK) return String.fromCharCode.apply(null, units as unknown as number[]);
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) text += decodeCodeUnits(units.subarray(at, at + CHUNK));
  return text;
}
