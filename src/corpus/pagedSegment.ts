import type { ArticleTable } from '../engine/index/articleTable';
import { hasBit } from '../engine/index/bits';
import { decodeCodeUnits, type MemoryColumns, MemorySegment } from '../engine/index/memorySegment';
import { decodePhrases } from '../engine/index/phraseColumn';
import type { PrefixTable } from '../engine/index/prefixTable';
import { SAMPLED_EVERY } from '../engine/index/sampledRanks';
import type { ArticleMeta, ArticleOverlay, CountedPhrase, Segment } from '../engine/index/segment';
import { PAGE_BYTES, type PageCache, type PagedSection } from './pageCache';

/** Code units and suffixes to a page, as shifts. */
const UNIT_SHIFT = Math.log2(PAGE_BYTES / 2);
const UNIT_MASK = PAGE_BYTES / 2 - 1;
const SUFFIX_SHIFT = Math.log2(PAGE_BYTES / 4);
const SUFFIX_MASK = PAGE_BYTES / 4 - 1;

/** The columns of a segment whose text and suffixes stay on disk. Word bits take an eighth of a byte a character: they are in memory. */
export interface PagedColumns {
  readonly text: PagedSection;
  readonly suffixes: PagedSection;
  readonly wordBits: Uint8Array;
  readonly prefixes: PrefixTable;
  readonly phrases: Int32Array;
  readonly sampledSuffixes: Int32Array;
}

/** A segment that is read from its file on demand, page by page, through a cache that all segments share. */
export class PagedSegment implements Segment {
  readonly articleCount: number;
  readonly hasDead: boolean;
  private readonly text: PagedSection;
  private readonly suffixes: PagedSection;
  private readonly wordBits: Uint8Array;
  private readonly prefixes: PrefixTable;
  private readonly phraseColumn: Int32Array;
  private readonly sampled: Int32Array;

  constructor(
    readonly id: string,
    readonly length: number,
    columns: PagedColumns,
    private readonly articles: ArticleTable,
    private readonly cache: PageCache,
  ) {
    this.text = columns.text;
    this.suffixes = columns.suffixes;
    this.wordBits = columns.wordBits;
    this.prefixes = columns.prefixes;
    this.phraseColumn = columns.phrases;
    this.sampled = columns.sampledSuffixes;
    this.articleCount = articles.count;
    this.hasDead = articles.hasDead;
  }

  codeAt(position: number): number {
    if (!(position >= 0 && position < this.length)) return -1;
    const page = position >> UNIT_SHIFT;
    let frame = this.text.frames[page]!;
    if (frame < 0) frame = this.cache.load(this.text, page);
    this.cache.used[frame] = 1;
    return this.cache.units[(frame << UNIT_SHIFT) + (position & UNIT_MASK)]!;
  }

  suffixAt(rank: number): number {
    if (rank % SAMPLED_EVERY === 0) return this.sampled[rank / SAMPLED_EVERY]!;
    const page = rank >> SUFFIX_SHIFT;
    let frame = this.suffixes.frames[page]!;
    if (frame < 0) frame = this.cache.load(this.suffixes, page);
    this.cache.used[frame] = 1;
    return this.cache.integers[(frame << SUFFIX_SHIFT) + (rank & SUFFIX_MASK)]!;
  }

  bucketStart(code: number): number {
    return this.prefixes.start(code);
  }

  pairStart(first: number, second: number): number {
    return this.prefixes.pairStart(first, second);
  }

  isWordStart(position: number): boolean {
    return position >= this.length || hasBit(this.wordBits, position);
  }

  slice(start: number, end: number): string {
    const from = Math.max(0, start);
    const units = new Uint16Array(Math.max(0, Math.min(end, this.length) - from));
    for (let i = 0; i < units.length; i++) units[i] = this.codeAt(from + i);
    return decodeCodeUnits(units);
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

/**
 * A segment with its text in memory and its suffixes, twice as large, on disk. A search reads the text at random places
 * and the suffixes mostly side by side: this way it is nearly as fast as in memory, at a third of it.
 */
export class PagedSuffixSegment extends MemorySegment {
  private readonly sampled: Int32Array;

  constructor(
    id: string,
    columns: Omit<MemoryColumns, 'suffixes'> & { readonly sampledSuffixes: Int32Array },
    articles: ArticleTable,
    private readonly pagedSuffixes: PagedSection,
    private readonly cache: PageCache,
  ) {
    super(id, { ...columns, suffixes: new Int32Array() }, articles);
    this.sampled = columns.sampledSuffixes;
  }

  override suffixAt(rank: number): number {
    if (rank % SAMPLED_EVERY === 0) return this.sampled[rank / SAMPLED_EVERY]!;
    const page = rank >> SUFFIX_SHIFT;
    let frame = this.pagedSuffixes.frames[page]!;
    if (frame < 0) frame = this.cache.load(this.pagedSuffixes, page);
    this.cache.used[frame] = 1;
    return this.cache.integers[(frame << SUFFIX_SHIFT) + (rank & SUFFIX_MASK)]!;
  }
}
