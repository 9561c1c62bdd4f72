import type { Bilingual } from '../../../engine/text/bilingual';
import type { FileRecord, FileState, Manifest, SegmentRecord, SkippedFile, Span } from '../../index/manifest';
import { sameState } from '../../listing/changes';

/** What a segment to be holds of one file. */
export interface FilePart {
  readonly file: FileState;
  readonly hash: string;
  /** Number of its first article in the segment, and how many there are. */
  readonly first: number;
  readonly count: number;
  readonly characters: number;
  readonly removed: number;
  readonly problems: readonly Bilingual[];
  /** Entries of the file dealt with when this part ended, counted from its beginning. */
  readonly entries: number;
  /** The file's first part: what was indexed of it before is replaced. */
  readonly fresh: boolean;
  /** The file's last part. */
  readonly complete: boolean;
}

/** A file that yields nothing but problems should not fill the manifest. */
const MOST_PROBLEMS = 100;

/** The next manifest while it is being made. Each change leaves it consistent, so that it may be published at any time. */
export class Ledger {
  private segments: SegmentRecord[];
  private readonly files: Map<string, FileRecord>;
  private skipped: Map<string, SkippedFile>;
  /** Differs from what was published last; the publisher resets it. */
  changed = false;

  constructor(
    manifest: Manifest,
    private readonly maxFileBytes: number | null,
    private readonly devices: NonNullable<Manifest['devices']> = manifest.devices ?? [],
  ) {
    this.segments = [...manifest.segments];
    this.files = new Map(manifest.files.map(file => [file.path, file]));
    this.skipped = new Map(manifest.skipped.map(file => [file.path, file]));
  }

  get hasSegments(): boolean {
    return this.segments.length > 0;
  }

  file(path: string): FileRecord | undefined {
    return this.files.get(path);
  }

  /** Enters a new segment (`null` where the parts hold no article) with what it holds of each file. */
  enter(segment: SegmentRecord | null, parts: readonly FilePart[]): void {
    this.changed = true;
    if (segment) this.segments.push(segment);
    for (const part of parts) this.files.set(part.file.path, this.extended(part, segment));
  }

  /** So many paragraphs of a file were taken out because they recur in its source. */
  noteFurniture(path: string, count: number): void {
    const file = this.files.get(path);
    if (!file) return;
    this.changed = true;
    this.files.set(path, { ...file, removed: file.removed + count });
  }

  remove(path: string): void {
    this.changed = true;
    this.files.delete(path);
  }

  /** The same bytes under another name or with another time. */
  restate(from: FileRecord, to: FileState): void {
    this.changed = true;
    this.files.delete(from.path);
    this.skipped.delete(to.path);
    this.files.set(to.path, { ...from, ...to });
  }

  /** A file that cannot be read: what was indexed of an older state of it is gone, what was got of this one stays. */
  skip(file: SkippedFile): void {
    this.changed = true;
    if (!sameState(this.files.get(file.path), file)) this.files.delete(file.path);
    this.skipped.set(file.path, file);
  }

  /** How many builders have died on this state of a file. */
  deaths(file: FileState): number | undefined {
    const known = this.skipped.get(file.path);
    return known && sameState(known, file) ? known.deaths : undefined;
  }

  /** A place that could not be looked into: nothing of the index changes by it. */
  noteUnreadable(place: SkippedFile): void {
    this.changed = true;
    this.skipped.set(place.path, place);
  }

  /** Forgets the skipped files that are not wanted any more or were read since. */
  keepSkipped(isKept: (file: SkippedFile) => boolean): void {
    const kept = [...this.skipped].filter(([path, file]) => !this.files.get(path)?.complete && isKept(file));
    if (kept.length === this.skipped.size) return;
    this.skipped = new Map(kept);
    this.changed = true;
  }

  /** Replaces merged segments by one (`null` where nothing was alive). `move` tells where each living article went. */
  merged(old: ReadonlySet<string>, segment: SegmentRecord | null, move: (span: Span) => Span): void {
    this.changed = true;
    this.segments = this.segments.filter(({ id }) => !old.has(id));
    if (segment) this.segments.push(segment);
    for (const [path, file] of this.files) {
      if (!file.spans.some(span => old.has(span.segment))) continue;
      this.files.set(path, { ...file, spans: file.spans.map(span => (old.has(span.segment) ? move(span) : span)) });
    }
  }

  manifest(nextCluster: number): Manifest {
    return {
      segments: this.segments,
      files: [...this.files.values()],
      skipped: [...this.skipped.values()],
      nextCluster,
      maxFileBytes: this.maxFileBytes,
      devices: this.devices,
    };
  }

  private extended(part: FilePart, segment: SegmentRecord | null): FileRecord {
    const before = part.fresh ? undefined : this.files.get(part.file.path);
    const span = segment && part.count > 0 ? [{ segment: segment.id, first: part.first, count: part.count }] : [];
    return {
      ...part.file,
      hash: part.hash,
      spans: [...(before?.spans ?? []), ...span],
      articles: (before?.articles ?? 0) + part.count,
      characters: (before?.characters ?? 0) + part.characters,
      removed: (before?.removed ?? 0) + part.removed,
      problems: [...(before?.problems ?? []), ...part.problems].slice(0, MOST_PROBLEMS),
      complete: part.complete,
      entries: part.entries,
    };
  }
}
