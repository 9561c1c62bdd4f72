import type { ArticleTable } from '../../engine/index/articles/articleTable';
import { ColumnSegment, type SmallColumns } from '../../engine/index/columns/columnSegment';
import { MemorySegment } from '../../engine/index/columns/memorySegment';
import { unpacked, widthBelow } from '../../engine/index/columns/packedColumn';
import { SuffixColumn } from '../../engine/index/columns/suffixColumn';
import { branchBit, FAR_BRANCH, suffixBit } from '../../engine/index/suffixes/branches';
import { SAMPLED_EVERY, SampledSuffixes } from '../../engine/index/suffixes/sampledRanks';
import { gramsOnDisk } from './gramsOnDisk';
import { FRAME_WORDS, PAGE_BYTES, type PageCache, type PagedSection, STRETCH_BYTES } from './pageCache';
import { PagedText } from './pagedText';

/** Bits and words to a page, as shifts. */
const BIT_SHIFT = Math.log2(PAGE_BYTES * 8);
const WORD_SHIFT = BIT_SHIFT - 5;
const BIT_MASK = PAGE_BYTES * 8 - 1;
/** Words from that in which a number begins to behind it. */
const BEYOND = 2;

/** Suffixes that are read from their file page by page, through a cache that all segments share; a sample of them is in memory, for the first steps of a binary search. */
class PagedSuffixes {
  private readonly width: number;
  private readonly mask: number;

  /** @param length of the text; the section is that of a `SuffixColumn` */
  constructor(
    private readonly section: PagedSection,
    length: number,
    private readonly sampled: SampledSuffixes,
    private readonly cache: PageCache,
  ) {
    this.width = widthBelow(length);
    this.mask = -1 >>> (32 - this.width);
  }

  /** The position of the suffix with this rank. */
  at(rank: number): number {
    if (rank % SAMPLED_EVERY === 0) return this.sampled.at(rank / SAMPLED_EVERY);
    return this.read(suffixBit(rank, this.width), this.mask);
  }

  /** The positions of the suffixes with these ranks, ascending. */
  many(ranks: Int32Array): Int32Array {
    const { section, width, mask, cache } = this;
    const positions = new Int32Array(ranks.length);
    const wordOf = (rank: number) => suffixBit(rank, width) >>> 5;
    for (let i = 0; i < ranks.length; ) {
      let [first, last, count] = [-1, -1, 0];
      let next = i;
      for (; next < ranks.length; next++) {
        if (ranks[next]! % SAMPLED_EVERY === 0) continue;
        const word = wordOf(ranks[next]!);
        if (first < 0) first = word;
        if (word + BEYOND - first > STRETCH_BYTES / 4) break;
        last = word;
        count++;
      }
      if (count < 2 || !cache.isStretch(section, first >> WORD_SHIFT, last >> WORD_SHIFT)) {
        for (; i < next; i++) positions[i] = this.at(ranks[i]!);
        continue;
      }
      const { buffer, byteOffset } = cache.stretch(section, 4 * first, 4 * (last + BEYOND));
      const words = new Int32Array(buffer, byteOffset, last + BEYOND - first);
      for (; i < next; i++) {
        const rank = ranks[i]!;
        positions[i] =
          rank % SAMPLED_EVERY === 0 ? this.at(rank) : unpacked(words, -first, suffixBit(rank, width), mask);
      }
    }
    return positions;
  }

  branchAt(group: number): number {
    return this.read(branchBit(group, this.width), FAR_BRANCH);
  }

  private read(bit: number, mask: number): number {
    const { section, cache } = this;
    const page = bit >>> BIT_SHIFT;
    let frame = section.frames[page]!;
    if (frame < 0) frame = cache.load(section, page);
    cache.used[frame] = 1;
    return unpacked(cache.words, Math.imul(frame, FRAME_WORDS), bit & BIT_MASK, mask);
  }
}

/** The columns of a segment whose suffixes stay on disk; `sampledSuffixes` in memory. */
interface PagedSuffixColumns extends SmallColumns {
  readonly suffixes: PagedSection;
  readonly grams: PagedSection;
  readonly sampledSuffixes: SampledSuffixes;
}

/** The columns of a segment whose text stays on disk, too. Word bits take an eighth of a byte a character: they are in memory. */
export interface PagedColumns extends PagedSuffixColumns {
  readonly text: PagedSection;
}

/** A segment that is read from its file on demand. */
export class PagedSegment extends ColumnSegment {
  private readonly text: PagedText;
  private readonly suffixes: PagedSuffixes;
  private readonly grams: PagedSection;

  constructor(id: string, length: number, columns: PagedColumns, articles: ArticleTable, cache: PageCache) {
    super(id, length, columns, articles);
    this.text = new PagedText(columns.text, cache);
    this.suffixes = new PagedSuffixes(columns.suffixes, length, columns.sampledSuffixes, cache);
    this.grams = columns.grams;
  }

  codeAt(position: number): number {
    return position >= 0 && position < this.length ? this.text.at(position) : -1;
  }

  suffixAt(rank: number): number {
    return this.suffixes.at(rank);
  }

  suffixesAt(ranks: Int32Array): Int32Array {
    return this.suffixes.many(ranks);
  }

  branchAt(group: number): number {
    return this.suffixes.branchAt(group);
  }

  mayHave(hashes: Uint32Array): Uint8Array | undefined {
    return gramsOnDisk(this.grams, hashes);
  }

  slice(start: number, end: number): string {
    return this.text.slice(Math.max(0, start), Math.min(end, this.length));
  }
}

/** The suffixes of a segment whose suffixes are elsewhere. */
const NOTHING = new SuffixColumn(new Int32Array(), 0, new SampledSuffixes(new Int32Array(), 0));

/**
 * A segment with its text in memory and its suffixes, half as large again, on disk. A search reads the text at random places
 * and the suffixes mostly side by side: this way it is nearly as fast as in memory, at a third of it.
 */
export class PagedSuffixSegment extends MemorySegment {
  private readonly pagedSuffixes: PagedSuffixes;
  private readonly pagedGrams: PagedSection;

  constructor(
    id: string,
    columns: PagedSuffixColumns & { readonly text: Uint16Array },
    articles: ArticleTable,
    cache: PageCache,
  ) {
    const { grams, ...others } = columns;
    super(id, { ...others, suffixes: NOTHING }, articles);
    this.pagedGrams = grams;
    this.pagedSuffixes = new PagedSuffixes(columns.suffixes, this.length, columns.sampledSuffixes, cache);
  }

  override suffixAt(rank: number): number {
    return this.pagedSuffixes.at(rank);
  }

  suffixesAt(ranks: Int32Array): Int32Array {
    return this.pagedSuffixes.many(ranks);
  }

  override branchAt(group: number): number {
    return this.pagedSuffixes.branchAt(group);
  }

  override mayHave(hashes: Uint32Array): Uint8Array | undefined {
    return gramsOnDisk(this.pagedGrams, hashes);
  }
}
