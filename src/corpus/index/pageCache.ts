import { readSync } from 'node:fs';

/** Pages are this many bytes: random reads of suffixes and text touch few neighbours. Those of 4 kB take a tenth longer, for they copy more. */
export const PAGE_BYTES = 1024;
/** A frame holds the first word of the next page, too: what lies across the edge of two pages is read from one. */
const FRAME_BYTES = PAGE_BYTES + 4;
/** The same in the units of the typed arrays below. */
export const FRAME_UNITS = FRAME_BYTES / 2;
/** The same in words of 32 bits. */
export const FRAME_WORDS = FRAME_BYTES / 4;
/**
 * What lies side by side is read so far at once, in bytes: a page by itself takes some five microseconds, whatever is on it, and sixty-four in a row
 * hardly three times as long.
 */
export const STRETCH_BYTES = 64 * PAGE_BYTES;
/** So many pages that are missing are read at once; of fewer each goes into the cache, where it may be asked for again. */
const WORTH_A_STRETCH = 4;
const ABSENT = -1;

/** A stretch of a file that is read page by page. */
export interface PagedSection {
  /** -1 once closed. */
  fd: number;
  readonly offset: number;
  readonly byteLength: number;
  /** The frame that holds each page; `ABSENT` where none does. */
  readonly frames: Int32Array;
}

/** Prepares a stretch of an open file; nothing is read yet. */
export function pagedSection(fd: number, offset: number, byteLength: number): PagedSection {
  return { fd, offset, byteLength, frames: new Int32Array(Math.ceil(byteLength / PAGE_BYTES)).fill(ABSENT) };
}

/**
 * Pages of many files in one block of memory of fixed size. A page that has not been used for a whole round of the hand makes
 * room for the next (the clock algorithm: Corbató 1968), which comes near to the least recently used at no cost a hit. Frames are read through the typed arrays below, so that a hit costs two look-ups and no call.
 */
export class PageCache {
  /** The block of memory as UTF-16 code units and as 32-bit words. */
  readonly units: Uint16Array;
  readonly words: Int32Array;
  /** Set by readers for the frame they use. */
  readonly used: Uint8Array;
  private readonly bytes: Buffer;
  private readonly owners: (PagedSection | undefined)[];
  private readonly pages: Int32Array;
  private hand = 0;
  private scratch: Buffer | undefined;

  constructor(byteLimit: number) {
    const frames = Math.max(2, Math.floor(byteLimit / FRAME_BYTES));
    const block = new ArrayBuffer(frames * FRAME_BYTES);
    this.bytes = Buffer.from(block);
    this.units = new Uint16Array(block);
    this.words = new Int32Array(block);
    this.used = new Uint8Array(frames);
    this.owners = new Array<PagedSection | undefined>(frames);
    this.pages = new Int32Array(frames);
  }

  /** Brings a page in and returns its frame. Throws where the file cannot be read any more. */
  load(section: PagedSection, page: number): number {
    const frame = this.freeFrame();
    const at = page * PAGE_BYTES;
    const wanted = Math.min(FRAME_BYTES, section.byteLength - at);
    const into = frame * FRAME_BYTES;
    fill(this.bytes, into, section, at, wanted);
    this.owners[frame] = section;
    this.pages[frame] = page;
    section.frames[page] = frame;
    return frame;
  }

  /** Are so many of the pages from `first` to `last` missing that they are better read at once? */
  isStretch({ frames }: PagedSection, first: number, last: number): boolean {
    let missing = 0;
    for (let page = first; page <= last; page++) if (frames[page]! < 0 && ++missing >= WORTH_A_STRETCH) return true;
    return false;
  }

  /**
   * Bytes [start, end) of a section, no more than `STRETCH_BYTES`, past the pages: so that what is looked at once drives out nothing that is asked for
   * again. Good until the next call; its memory begins at a word.
   */
  stretch(section: PagedSection, start: number, end: number): Buffer {
    this.scratch ??= Buffer.from(new ArrayBuffer(STRETCH_BYTES));
    fill(this.scratch, 0, section, start, end - start);
    return this.scratch.subarray(0, end - start);
  }

  /** Bytes [start, end) of a section as UTF-16. */
  utf16Of(section: PagedSection, start: number, end: number): string {
    const first = Math.floor(start / PAGE_BYTES);
    if (start < end && Math.floor((end - 1) / PAGE_BYTES) === first) {
      const from = this.frameOf(section, first) * FRAME_BYTES + (start % PAGE_BYTES);
      return this.bytes.toString('utf16le', from, from + end - start);
    }
    const copy = Buffer.allocUnsafe(Math.max(0, end - start));
    for (let at = start; at < end; ) {
      const from = this.frameOf(section, Math.floor(at / PAGE_BYTES)) * FRAME_BYTES + (at % PAGE_BYTES);
      const take = Math.min(end - at, PAGE_BYTES - (at % PAGE_BYTES));
      copy.set(this.bytes.subarray(from, from + take), at - start);
      at += take;
    }
    return copy.toString('utf16le');
  }

  /** `count` UTF-16 code units of a frame, lone surrogates included: no copy is made but the text. */
  textOf(frame: number, first: number, count: number): string {
    const from = frame * FRAME_BYTES + 2 * first;
    return this.bytes.toString('utf16le', from, from + 2 * count);
  }

  /** Gives back the frames of a section that is no longer read. */
  forget(section: PagedSection): void {
    section.fd = ABSENT;
    for (const frame of section.frames) {
      if (frame === ABSENT) continue;
      this.owners[frame] = undefined;
      this.used[frame] = 0;
    }
    section.frames.fill(ABSENT);
  }

  private frameOf(section: PagedSection, page: number): number {
    const known = section.frames[page]!;
    const frame = known < 0 ? this.load(section, page) : known;
    this.used[frame] = 1;
    return frame;
  }

  private freeFrame(): number {
    const frames = this.owners.length;
    while (this.used[this.hand] === 1) {
      this.used[this.hand] = 0;
      this.hand = (this.hand + 1) % frames;
    }
    const frame = this.hand;
    this.hand = (this.hand + 1) % frames;
    const owner = this.owners[frame];
    if (owner) owner.frames[this.pages[frame]!] = ABSENT;
    this.owners[frame] = undefined;
    return frame;
  }
}

/** Reads `count` bytes of a section, from `from` on. */
function fill(bytes: Buffer, into: number, { fd, offset }: PagedSection, from: number, count: number): void {
  for (let done = 0; done < count; ) {
    const read = readSync(fd, bytes, into + done, count - done, offset + from + done);
    if (read === 0) throw new Error('The index file has become shorter. / 索引文件变短了。');
    done += read;
  }
}
