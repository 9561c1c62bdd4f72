import { FRAME_UNITS, PAGE_BYTES, type PageCache, type PagedSection, STRETCH_BYTES } from './pageCache';

/** Code units to a page, also as a shift. */
const PAGE_UNITS = PAGE_BYTES / 2;
const UNIT_SHIFT = Math.log2(PAGE_UNITS);
const UNIT_MASK = PAGE_UNITS - 1;

/** A text that is read from its file page by page, through a cache that all segments share. */
export class PagedText {
  constructor(
    private readonly section: PagedSection,
    private readonly cache: PageCache,
  ) {}

  /** The code unit at a position within the text. */
  at(position: number): number {
    const frame = this.frameOf(position >> UNIT_SHIFT);
    return this.cache.units[Math.imul(frame, FRAME_UNITS) + (position & UNIT_MASK)]!;
  }

  /** The code units [start, end). */
  slice(start: number, end: number): string {
    let text = '';
    if (this.cache.isStretch(this.section, start >> UNIT_SHIFT, (end - 1) >> UNIT_SHIFT)) {
      for (let at = start; at < end; at += STRETCH_BYTES / 2) {
        const to = Math.min(end, at + STRETCH_BYTES / 2);
        text += this.cache.stretch(this.section, 2 * at, 2 * to).toString('utf16le');
      }
      return text;
    }
    for (let at = start; at < end; ) {
      const first = at & UNIT_MASK;
      const count = Math.min(end - at, PAGE_UNITS - first);
      text += this.cache.textOf(this.frameOf(at >> UNIT_SHIFT), first, count);
      at += count;
    }
    return text;
  }

  private frameOf(page: number): number {
    const { section, cache } = this;
    let frame = section.frames[page]!;
    if (frame < 0) frame = cache.load(section, page);
    cache.used[frame] = 1;
    return frame;
  }
}
