import { unpackDate } from '../articles/packedDate';
import { hasBit } from '../columns/bits';
import { type ArticleMeta, type ArticleOverlay, type CountedPhrase, GARBLED, type Segment } from '../segment';
import { FAR_BRANCH } from '../suffixes/branches';
import { NOTHING, type SuffixRange } from '../suffixes/prefixTable';
import { articleOf, blocksOf, META_PAGE, type Pieces, piecesOf, type ResidentIndex } from './blockIndex';
import { ABSENT, type FoundRange, findRange, type LocalPieces, rangeStart, samplePiece, UNKNOWN } from './blockRanges';
import type { PageMeta } from './metaPage';
import { BLOCK_ROWS, firstWhere, ROW_CODES, type Rows, SAMPLE_ROWS } from './rows';
import { PAGE_CODES } from './textPage';

/** What a library says of a layout beside its index. */
export interface BlockOwner {
  readonly id: string;
  /** Added to the numbers of near-duplicates. */
  readonly clusterBase: number;
  /** One bit an article: it was replaced or removed since it was laid out. */
  readonly dead: Uint8Array;
  /** What every article counts, and each of them within that; null: all alike. */
  readonly weight: number;
  readonly weights: Float32Array | null;
  /** Who spoke in each article, once that is here. */
  readonly speakers?: (() => ((article: number) => string | null) | undefined) | undefined;
  /** Where a file of the library seems to be. */
  readonly pathOf: (path: string) => string;
}

/** No place. */
const NOWHERE = -1;

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
  /** The row that was looked at last: its suffix is read on, code unit for code unit, without any text. */
  #rows: Rows | undefined;
  #row = 0;
  #start = NOWHERE;

  constructor(
    readonly index: ResidentIndex,
    readonly local: LocalPieces,
    private readonly owner: BlockOwner,
    private readonly overlay?: ArticleOverlay,
  ) {
    this.length = index.length;
    this.articleCount = index.articleStarts.length;
    this.pieces = piecesOf(index);
    this.hasDead = owner.dead.some(byte => byte !== 0) || (overlay?.hidden.size ?? 0) > 0;
  }

  get id(): string {
    return this.owner.id;
  }

  /** The suffixes that begin with `pattern`, as far as it is known here. */
  rangeOf(pattern: string): SuffixRange {
    return this.find(pattern);
  }

  find(pattern: string): FoundRange {
    if (pattern === '') return { lo: 0, hi: this.length, isExact: true };
    return pattern.length > ROW_CODES ? this.findLong(pattern) : findRange(this, pattern);
  }

  /**
   * About how often a wording stands here, without asking for anything: exact where it is wide or its blocks are here, else by how many blocks it goes on
   * through. Within one block all that is known is that it is no more than that.
   */
  countAbout(pattern: string): number {
    const { lo, hi, isExact } = this.find(pattern);
    if (isExact) return hi - lo;
    const { first, last } = blocksOf(this.index, pattern.slice(0, ROW_CODES));
    return last > first ? (last - first) * BLOCK_ROWS : WITHIN_BLOCK;
  }

  /** What is longer than a row is compared with the text, where that is here. */
  private findLong(pattern: string): FoundRange {
    const { lo, hi, isExact } = this.find(pattern.slice(0, ROW_CODES));
    if (!isExact || hi - lo > BLOCK_ROWS) return UNKNOWN;
    if (lo === hi) return ABSENT;
    const order = (rank: number): number => {
      const position = this.suffixAt(rank);
      for (let i = ROW_CODES; i < pattern.length; i++) {
        const code = this.codeAt(position + i);
        if (code < 0 && position + i < this.length) return Number.NaN;
        if (code !== pattern.charCodeAt(i)) return code - pattern.charCodeAt(i);
      }
      return 0;
    };
    const orders = Array.from({ length: hi - lo }, (_, i) => order(lo + i));
    if (orders.some(Number.isNaN)) return UNKNOWN;
    const from = orders.indexOf(0);
    return from < 0 ? ABSENT : { lo: lo + from, hi: lo + orders.lastIndexOf(0) + 1, isExact: true };
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
    const rows = this.local.rows(Math.floor(rank / BLOCK_ROWS));
    if (rows) return this.readOn(rows, rank % BLOCK_ROWS);
    const { wideLo, wideWidth } = this.index;
    // The narrowest of those around the rank begins last.
    let wide = firstWhere(wideLo.length, number => wideLo[number]! > rank) - 1;
    for (let look = 0; wide >= 0 && look < MOST_LOOKED; wide--, look++) {
      if (wideLo[wide]! + wideWidth[wide]! <= rank) continue;
      const sample = this.local.rows(samplePiece(this, wide));
      if (!sample) continue;
      const row = Math.floor(((rank - wideLo[wide]!) * SAMPLE_ROWS) / wideWidth[wide]!);
      return this.readOn(sample, Math.min(row, sample.count - 1));
    }
    return NOWHERE;
  }

  /** Nothing is known of its branches. */
  branchAt(): number {
    return FAR_BRANCH;
  }

  sampledBranchAt(): number {
    return FAR_BRANCH;
  }

  private readOn(rows: Rows, row: number): number {
    this.#rows = rows;
    this.#row = row;
    this.#start = rows.positions[row] ?? NOWHERE;
    return this.#start;
  }

  codeAt(position: number): number {
    const i = position - this.#start;
    const known = i >= 0 && i < ROW_CODES && this.#rows ? this.#rows.codes[this.#row * ROW_CODES + i]! : 0;
    // What stands behind the end of an article is no part of its row.
    if (known !== 0) return known;
    if (position < 0 || position >= this.length) return -1;
    const piece = this.pagePiece(position);
    const page = this.local.page(piece);
    if (page) return page.text.charCodeAt(position % PAGE_CODES);
    // Whoever reads on over the edge of a page wants the next one; rows are looked at by hundreds, and want none.
    if (this.local.has(piece - 1) || this.local.has(piece + 1)) this.local.note(piece);
    return -1;
  }

  isWordStart(position: number): boolean {
    if (position >= this.length) return true;
    const i = position - this.#start;
    const row = this.#row * ROW_CODES;
    if (i >= 0 && i <= ROW_CODES && this.#rows && (i === 0 || this.#rows.codes[row + i - 1] !== 0))
      return (this.#rows.wordStarts[this.#row]! & (1 << i)) !== 0;
    const page = position < 0 ? undefined : this.local.page(this.pagePiece(position));
    return page !== undefined && hasBit(page.wordBits, position % PAGE_CODES);
  }

  slice(start: number, end: number): string {
    const last = Math.min(end, this.length);
    let text = '';
    for (let at = Math.max(0, start); at < last; ) {
      const to = Math.min(last, at - (at % PAGE_CODES) + PAGE_CODES);
      const piece = this.pagePiece(at);
      const page = this.local.page(piece);
      if (!page) this.local.note(piece);
      text += page?.text.slice(at % PAGE_CODES, (at % PAGE_CODES) + to - at) ?? NOT_HERE.repeat(to - at);
      at = to;
    }
    return text;
  }

  hasText(start: number, end: number): boolean {
    for (let at = start - (start % PAGE_CODES); at < end; at += PAGE_CODES)
      if (!this.local.has(this.pagePiece(at))) return false;
    return true;
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
    return this.index.articleStarts[article] ?? this.length;
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
    return this.index.clusters[article]! + this.owner.clusterBase;
  }

  packedDate(article: number): number {
    return this.index.dates[article] ?? 0;
  }

  weight(article: number): number {
    const { weight, weights } = this.owner;
    return this.overlay?.weights.get(article) ?? weight * (weights?.[article] ?? 1);
  }

  overlaid(overlay: ArticleOverlay): Segment {
    return new BlockSegment(this.index, this.local, this.owner, overlay);
  }

  phrases(): CountedPhrase[] {
    return [];
  }

  pagePiece(position: number): number {
    return this.pieces.blocks + this.pieces.samples + Math.floor(position / PAGE_CODES);
  }

  metaPiece(article: number): number {
    return this.pieces.blocks + this.pieces.samples + this.pieces.pages + Math.floor(article / META_PAGE);
  }
}

/** What stands within one block stands about so often, if there is a reason to ask. Measured on lists: the ranker does as well with it as with the count. */
const WITHIN_BLOCK = 300;
/** Wide contexts looked at for one around a rank: those that begin with it are its beginnings, and few lie between. */
const MOST_LOOKED = 64;
const NOT_HERE = String.fromCharCode(GARBLED);
const NO_META: PageMeta = { path: '', entry: 0, title: '', speaker: null, occasion: null };
