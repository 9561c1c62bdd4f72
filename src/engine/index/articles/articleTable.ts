import type { StatedField } from '../../article/article';
import type { SegmentColumns, StoredMeta } from '../columns/segmentParts';
import type { ArticleMeta, ArticleOverlay } from '../segment';
import { LazyMeta, type MetaTable } from './lazyMeta';
import { packDate, unpackDate } from './packedDate';
import { parseMeta } from './storedMeta';

/** Which articles of a segment came from which file: `count` articles from `first` on. What no owner holds is dead. */
export interface ArticleOwner {
  readonly path: string;
  readonly first: number;
  readonly count: number;
}

/** The small columns of a segment: always in memory, also where its text is paged. */
export type ArticleColumns = Pick<
  SegmentColumns,
  'articleStarts' | 'entries' | 'clusters' | 'dates' | 'metaOffsets'
> & {
  /** Bytes [start, end) of `metaBytes`, as UTF-16. */
  readonly readMeta: (start: number, end: number) => string;
};

const BLOCK_SHIFT = 8;
const DEAD = -1;
const NOTHING: readonly StatedField[] = [];
/**
 * Decoded metadata kept; beyond it the memory is emptied, for it costs only microseconds to fill. Few, so that whoever reads those of all
 * articles leaves nothing behind: what is short-lived goes for nothing.
 */
const MEMO_LIMIT = 256;

/** The articles of a segment: which one holds a position, whether it is alive, what it is. */
export class ArticleTable implements MetaTable {
  readonly count: number;
  readonly hasDead: boolean;
  private readonly owners: readonly ArticleOwner[];
  private readonly ownerOf: Int32Array;
  private readonly blocks: Int32Array;
  private readonly memo = new Map<number, StoredMeta>();

  constructor(
    private readonly columns: ArticleColumns,
    readonly length: number,
    owners: readonly ArticleOwner[],
    private readonly overlay?: ArticleOverlay,
  ) {
    this.count = columns.articleStarts.length;
    this.blocks = blockTable(columns.articleStarts, length);
    this.owners = owners;
    this.ownerOf = new Int32Array(this.count).fill(DEAD);
    owners.forEach(({ first, count }, owner) => {
      this.ownerOf.fill(owner, first, first + count);
    });
    if (overlay && overlay.hidden.size > 0)
      for (let article = 0; article < this.count; article++)
        if (overlay.hidden.has(article)) this.ownerOf[article] = DEAD;
    this.hasDead = this.ownerOf.includes(DEAD);
  }

  /** The same articles as the writer wants them now. */
  overlaid(overlay: ArticleOverlay): ArticleTable {
    return new ArticleTable(this.columns, this.length, this.owners, overlay);
  }

  weight(article: number): number {
    return this.overlay?.weights.get(article) ?? 1;
  }

  /** Number of the article that holds `position`: a table look-up every 256 code units, then a short scan. */
  at(position: number): number {
    const starts = this.columns.articleStarts;
    const last = this.count - 1;
    let article = this.blocks[Math.max(0, Math.min(position, this.length - 1)) >> BLOCK_SHIFT] ?? 0;
    while (article < last && starts[article + 1]! <= position) article++;
    return article;
  }

  /** Position of the article's first code unit; the length of the text for the number after the last. */
  start(article: number): number {
    return article < this.count ? this.columns.articleStarts[article]! : this.length;
  }

  isDead(article: number): boolean {
    return this.ownerOf[article] === DEAD;
  }

  meta(article: number): ArticleMeta {
    return new LazyMeta(this, article);
  }

  path(article: number): string {
    return this.owners[this.ownerOf[article] ?? DEAD]?.path ?? '';
  }

  entry(article: number): number {
    return this.columns.entries[article] ?? 0;
  }

  cluster(article: number): number {
    return this.columns.clusters[article] ?? 0;
  }

  date(article: number): string | null {
    return unpackDate(this.packedDate(article));
  }

  packedDate(article: number): number {
    const corrected = this.correction(article, 'date');
    return corrected === undefined ? (this.columns.dates[article] ?? 0) : packDate(corrected);
  }

  /** A field of the text part, as the writer has put it right. */
  text(article: number, field: 'title' | 'speaker' | 'occasion'): string | null {
    const corrected = this.correction(article, field);
    return corrected === undefined ? (this.stored(article)[field] ?? null) : corrected || null;
  }

  stated(article: number): readonly StatedField[] {
    return this.stored(article).stated ?? NOTHING;
  }

  furniture(article: number): readonly string[] {
    const { head = [], foot = [] } = this.stored(article).furniture ?? {};
    return [...head, ...foot];
  }

  /** What the writer says of a field, unless the file itself states it. */
  private correction(article: number, field: StatedField): string | undefined {
    const corrected = this.overlay?.corrections.get(article)?.[field];
    return corrected === undefined || this.stated(article).includes(field) ? undefined : corrected;
  }

  stored(article: number): StoredMeta {
    let stored = this.memo.get(article);
    if (!stored) {
      const { metaOffsets, readMeta } = this.columns;
      stored = parseMeta(readMeta(metaOffsets[article] ?? 0, metaOffsets[article + 1] ?? 0)) ?? UNREADABLE;
      if (this.memo.size >= MEMO_LIMIT) this.memo.clear();
      this.memo.set(article, stored);
    }
    return stored;
  }
}

/** For every 256th position the article that holds it. */
function blockTable(starts: Int32Array, length: number): Int32Array {
  const blocks = new Int32Array((length >> BLOCK_SHIFT) + 1);
  for (let block = 0, article = 0; block < blocks.length; block++) {
    const position = block << BLOCK_SHIFT;
    while (article + 1 < starts.length && starts[article + 1]! <= position) article++;
    blocks[block] = article;
  }
  return blocks;
}

/** Damaged bytes give an article without a name rather than an exception in the middle of a query. */
const UNREADABLE: StoredMeta = { title: '', speaker: null, occasion: null };
