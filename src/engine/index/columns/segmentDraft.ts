import type { Article } from '../../article/article';
import { articleText } from '../articles/articleText';
import { packDate } from '../articles/packedDate';
import { SKETCH_SIZE, sketch } from '../articles/sketch';
import { encodeMeta } from '../articles/storedMeta';
import { ARTICLE_END } from '../segment';
import { bitBytes, copyBits } from './bits';
import { cutArticles } from './cutArticles';
import type { MarkWords } from './markWords';
import type { SegmentColumns, StoredMeta } from './segmentParts';

/** Chooses the cluster of an article by its sketch and its packed date: `ClusterTable.clusterOf`. */
export type ChooseCluster = (sketches: Uint16Array, at: number, date: number, isDraft?: boolean) => number;

/**
 * Cuts articles elsewhere: of their text, `starts` and where the last ends, one bit a code unit, as `cutArticles` says it.
 * The text is the receiver's.
 */
export type CutApart = (text: Uint16Array, starts: readonly number[]) => Promise<Uint8Array>;

/** So many code units are cut elsewhere at a time: a tenth of a second's work. */
const PIECE = 300_000;

/** The articles of a segment to be, in the order of their coming. */
export class SegmentDraft {
  private text = new Uint16Array(1 << 16);
  private wordBits = new Uint8Array(1 << 13);
  private length = 0;
  private readonly starts: number[] = [];
  private readonly entries: number[] = [];
  private readonly clusters: number[] = [];
  private readonly dates: number[] = [];
  private readonly metas: Uint8Array[] = [];
  private readonly sketches: Uint16Array[] = [];
  /** Number of the first article whose words are not cut yet. */
  private firstUncut = 0;
  private readonly pieces: { readonly start: number; readonly length: number; readonly bits: Promise<Uint8Array> }[] =
    [];

  /** `cutApart`: where a draft is large, its words are cut there, and `cutAll` waits for them; by default here. */
  constructor(
    private readonly mark: MarkWords,
    private readonly clusterOf: ChooseCluster,
    private readonly cutApart?: CutApart,
  ) {}

  /** UTF-16 code units so far. */
  get characters(): number {
    return this.length;
  }

  get articles(): number {
    return this.starts.length;
  }

  /**
   * Adds an article; `entry` is its number in its file. Returns the UTF-16 code units it takes.
   *
   * @param writtenOn ISO 8601: it is a draft, written on that day
   */
  add(article: Article, entry: number, writtenOn?: string): number {
    const text = articleText(article);
    const start = this.length;
    const end = start + text.length;
    this.reserve(end + 1);
    for (let i = 0; i < text.length; i++) this.text[start + i] = text.charCodeAt(i);
    this.text[end] = ARTICLE_END;
    this.length = end + 1;

    const shape = sketch(this.text, start, end);
    this.starts.push(start);
    this.entries.push(entry);
    const date = packDate(article.date);
    this.dates.push(date);
    this.metas.push(encodeMeta(storedMeta(article)));
    this.sketches.push(shape);
    const isDraft = date === 0 && writtenOn !== undefined;
    this.clusters.push(this.clusterOf(shape, 0, isDraft ? packDate(writtenOn) : date, isDraft));
    if (this.cutApart && this.length - this.starts[this.firstUncut]! >= PIECE) this.sendPiece(this.cutApart);
    return text.length + 1;
  }

  /** Waits until all words are cut. Throws what cutting elsewhere threw. */
  async cutAll(): Promise<void> {
    if (this.cutApart && this.pieces.length > 0 && this.firstUncut < this.articles) this.sendPiece(this.cutApart);
    for (const { start, length, bits } of this.pieces.splice(0)) copyBits(await bits, 0, length, this.wordBits, start);
  }

  /** The columns, in buffers of their own that can be handed to another thread; where words are cut elsewhere, `cutAll` comes first. */
  columns(): SegmentColumns {
    this.cutRest();
    const { text, ...others } = this.uncut();
    return { ...others, text: text.slice(), wordBits: this.wordBits.slice(0, bitBytes(this.length)) };
  }

  /** The columns as they are now, no word cut, to be used before the next article comes. */
  uncut(): SegmentColumns {
    return {
      text: this.text.subarray(0, this.length),
      wordBits: new Uint8Array(bitBytes(this.length)),
      articleStarts: Int32Array.from(this.starts),
      entries: Int32Array.from(this.entries),
      clusters: Int32Array.from(this.clusters),
      dates: Int32Array.from(this.dates),
      ...joinMetas(this.metas),
      sketches: joinSketches(this.sketches),
    };
  }

  private sendPiece(cutApart: CutApart): void {
    const starts = this.starts.slice(this.firstUncut);
    const start = starts[0]!;
    const bits = cutApart(
      this.text.slice(start, this.length),
      starts.map(own => own - start),
    );
    bits.catch(() => undefined); // thrown by `cutAll`
    this.pieces.push({ start, length: this.length - start, bits });
    this.firstUncut = this.articles;
  }

  private cutRest(): void {
    if (this.firstUncut === this.articles) return;
    const start = this.starts[this.firstUncut]!;
    const starts = this.starts.slice(this.firstUncut).map(own => own - start);
    const bits = cutArticles(this.mark, this.text.subarray(start, this.length), starts);
    copyBits(bits, 0, this.length - start, this.wordBits, start);
    this.firstUncut = this.articles;
  }

  private reserve(length: number): void {
    if (length <= this.text.length) return;
    const capacity = Math.max(length, this.text.length * 2);
    const text = new Uint16Array(capacity);
    text.set(this.text.subarray(0, this.length));
    const wordBits = new Uint8Array(bitBytes(capacity));
    wordBits.set(this.wordBits);
    this.text = text;
    this.wordBits = wordBits;
  }
}

function storedMeta({ title, speaker, occasion, stated }: Article): StoredMeta {
  return {
    title,
    ...(speaker !== null && { speaker }),
    ...(occasion !== null && { occasion }),
    ...(stated && { stated }),
  };
}

function joinMetas(metas: readonly Uint8Array[]): Pick<SegmentColumns, 'metaBytes' | 'metaOffsets'> {
  const metaOffsets = new Int32Array(metas.length + 1);
  metas.forEach((meta, i) => {
    metaOffsets[i + 1] = metaOffsets[i]! + meta.length;
  });
  const metaBytes = new Uint8Array(metaOffsets[metas.length]!);
  metas.forEach((meta, i) => {
    metaBytes.set(meta, metaOffsets[i]!);
  });
  return { metaBytes, metaOffsets };
}

function joinSketches(sketches: readonly Uint16Array[]): Uint16Array {
  const joined = new Uint16Array(sketches.length * SKETCH_SIZE);
  sketches.forEach((one, i) => {
    joined.set(one, i * SKETCH_SIZE);
  });
  return joined;
}
