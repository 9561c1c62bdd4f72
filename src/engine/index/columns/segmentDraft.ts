import type { Article } from '../../article/article';
import type { CutWords } from '../../text/segmentWords';
import { articleText } from '../articles/articleText';
import { packDate } from '../articles/packedDate';
import { SKETCH_SIZE, sketch } from '../articles/sketch';
import { ARTICLE_END } from '../segment';
import { bitBytes, setBit } from './bits';
import type { SegmentColumns, StoredMeta } from './segmentParts';

/** Chooses the cluster of an article by its sketch: `ClusterTable.clusterOf`. */
export type ChooseCluster = (sketches: Uint16Array, at: number) => number;

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

  constructor(
    private readonly cut: CutWords,
    private readonly clusterOf: ChooseCluster,
  ) {}

  /** UTF-16 code units so far. */
  get characters(): number {
    return this.length;
  }

  get articles(): number {
    return this.starts.length;
  }

  /** Adds an article; `entry` is its number in its file. Returns the UTF-16 code units it takes. */
  add(article: Article, entry: number): number {
    const text = articleText(article);
    const start = this.length;
    const end = start + text.length;
    this.reserve(end + 1);
    for (let i = 0; i < text.length; i++) this.text[start + i] = text.charCodeAt(i);
    this.text[end] = ARTICLE_END;
    this.markWords(text, start);
    this.length = end + 1;

    const shape = sketch(this.text, start, end);
    this.starts.push(start);
    this.entries.push(entry);
    this.dates.push(packDate(article.date));
    this.metas.push(encodeMeta(article));
    this.sketches.push(shape);
    this.clusters.push(this.clusterOf(shape, 0));
    return text.length + 1;
  }

  /** The columns, in buffers of their own that can be handed to another thread. */
  columns(): SegmentColumns {
    return {
      text: this.text.slice(0, this.length),
      wordBits: this.wordBits.slice(0, bitBytes(this.length)),
      articleStarts: Int32Array.from(this.starts),
      entries: Int32Array.from(this.entries),
      clusters: Int32Array.from(this.clusters),
      dates: Int32Array.from(this.dates),
      ...joinMetas(this.metas),
      sketches: joinSketches(this.sketches),
    };
  }

  private markWords(text: string, start: number): void {
    let end = start;
    for (const word of this.cut(text)) {
      setBit(this.wordBits, end);
      end += word.length;
    }
    // A segmenter that lost or changed a character: any place may then be a word's start, rather than a wrong one.
    if (end !== start + text.length) for (let i = 0; i < text.length; i++) setBit(this.wordBits, start + i);
    setBit(this.wordBits, start + text.length);
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

const encoder = new TextEncoder();

function encodeMeta({ title, speaker, occasion, stated }: Article): Uint8Array {
  const stored: StoredMeta = { title, speaker, occasion, ...(stated && { stated }) };
  return encoder.encode(JSON.stringify(stored));
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
