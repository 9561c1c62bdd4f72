import { unpackDate } from '../articles/packedDate';
import { hasBit } from '../columns/bits';
import type { ArticleMeta, ArticleOverlay, CountedPhrase, Segment } from '../segment';
import { FAR_BRANCH } from '../suffixes/branches';
import { NOTHING, type SuffixRange } from '../suffixes/prefixTable';
import { META_PAGE, type Pieces } from './blockIndex';
import { countAbout, type FoundRange, findLong, findRange, type LocalPieces, rangeStart } from './blockRanges';
import { BlockText } from './blockText';
import type { PageMeta } from './metaPage';
import { articleOf, type ResidentIndex } from './residentIndex';
import { ROW_CODES } from './rows';

/** What a library says of a layout beside its index. */
export interface BlockOwner {
  readonly id: string;
  /** Added to the numbers of near-duplicates. */
  readonly clusterBase: number;
  /** One bit an article: it was replaced or removed since it was laid out. */
  readonly dead: Uint8Array;
  /** What every article counts, and each of them within that; null: all alike. */
  readonly weight: number;
  readonly weights: ((article: number) => number) | null;
  /** Who spoke in each article, once that is here. */
  readonly speakers?: (() => ((article: number) => string | null) | undefined) | undefined;
  /** Where a file of the library seems to be. */
  readonly pathOf: (path: string) => string;
}

/**
 * A layout as a segment, of which only some pieces are here. It answers at once from those: an occurrence that is not here is none, a wide
 * range is known by its sample. So every query that is made for segments works on it, and grows exact as pieces arrive. What
 * a list needs is told by `contextNeeds`, before it is asked for.
 */
export class BlockSegment implements Segment {
  readonly length: number;
  readonly articleCount: number;
  readonly hasDead: boolean;
  readonly pieces: Pieces;
  private readonly text: BlockText;

  constructor(
    readonly index: ResidentIndex,
    readonly local: LocalPieces,
    private readonly owner: BlockOwner,
    private readonly overlay?: ArticleOverlay,
  ) {
    this.length = index.length;
    this.articleCount = index.articleStarts.length;
    this.pieces = index.pieces;
    this.text = new BlockText(this);
    this.hasDead = owner.dead.some(byte => byte !== 0) || (overlay?.hidden.size ?? 0) > 0;
  }

  get id(): string {
    return this.owner.id;
  }

  /** The suffixes that begin with `pattern`, as far as it is known here. */
  rangeOf(pattern: string): SuffixRange {
    return this.find(pattern);
  }

  /** The same, and whether it is known or only estimated. */
  find(pattern: string): FoundRange {
    if (pattern === '') return { lo: 0, hi: this.length, isExact: true };
    return pattern.length > ROW_CODES ? findLong(this, pattern) : findRange(this, pattern);
  }

  countAbout(pattern: string): number {
    return countAbout(this, this.find(pattern), pattern);
  }

  bucketStart(code: number): number {
    return rangeStart(this, String.fromCharCode(code), code);
  }

  pairRange(first: number, second: number): SuffixRange {
    const lo = rangeStart(this, String.fromCharCode(first, second), second);
    const hi = rangeStart(this, String.fromCharCode(first, second + 1), second + 1);
    return lo < hi ? { lo, hi } : NOTHING;
  }

  suffixAt(rank: number): number {
    return this.text.suffixAt(rank);
  }

  codeAt(position: number): number {
    return this.text.codeAt(position);
  }

  isWordStart(position: number): boolean {
    return this.text.isWordStart(position);
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  hasText(start: number, end: number): boolean {
    return this.text.hasText(start, end);
  }

  /** Nothing is known of its branches. */
  branchAt(): number {
    return FAR_BRANCH;
  }

  sampledBranchAt(): number {
    return FAR_BRANCH;
  }

  hasMeta(article: number): boolean {
    return this.local.has(this.metaPiece(article));
  }

  speakerOf(article: number): string | null | undefined {
    const of = this.owner.speakers?.();
    if (of) return of(article);
    return this.local.metas(this.metaPiece(article))?.[article % META_PAGE]?.speaker;
  }

  get knowsSpeakers(): boolean {
    return this.owner.speakers?.() !== undefined;
  }

  get isJudged(): ((article: number) => boolean) | undefined {
    return this.overlay?.hidden.isJudged;
  }

  articleAt(position: number): number {
    return articleOf(this.index, position);
  }

  articleStart(article: number): number {
    return article < this.articleCount ? this.index.articleStarts.at(article) : this.length;
  }

  isDead(article: number): boolean {
    return hasBit(this.owner.dead, article) || (this.overlay?.hidden.has(article) ?? false);
  }

  /** Of an article whose page is not here only the date is known. */
  meta(article: number): ArticleMeta {
    const piece = this.metaPiece(article);
    const meta = this.local.metas(piece)?.[article % META_PAGE];
    if (!meta) this.local.note(piece);
    const { path, ...known } = meta ?? NO_META;
    const date = unpackDate(this.packedDate(article));
    return { ...known, path: this.owner.pathOf(path), date, cluster: this.cluster(article) };
  }

  /** Number of the article of a file, among those whose metadata is here; -1: it is none of them. */
  articleHere(path: string, entry: number): number {
    for (let first = 0; first < this.articleCount; first += META_PAGE) {
      const metas = this.local.metas(this.metaPiece(first)) ?? [];
      const at = metas.findIndex(meta => meta.entry === entry && this.owner.pathOf(meta.path) === path);
      if (at >= 0) return first + at;
    }
    return -1;
  }

  cluster(article: number): number {
    return this.index.clusters.at(article) + this.owner.clusterBase;
  }

  packedDate(article: number): number {
    return article < this.articleCount ? this.index.dates.at(article) : 0;
  }

  weight(article: number): number {
    const { weight, weights } = this.owner;
    return this.overlay?.weights.get(article) ?? weight * (weights?.(article) ?? 1);
  }

  overlaid(overlay: ArticleOverlay): Segment {
    return new BlockSegment(this.index, this.local, this.owner, overlay);
  }

  phrases(): CountedPhrase[] {
    return [];
  }

  pagePiece(position: number): number {
    return this.text.pagePiece(position);
  }

  /** Number of the page of metadata that holds an article. */
  metaPiece(article: number): number {
    return this.pieces.blocks + this.pieces.samples + this.pieces.pages + Math.floor(article / META_PAGE);
  }
}

const NO_META: PageMeta = { path: '', entry: 0, title: '', speaker: null, occasion: null };
