import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../../../engine/article/article';
import type { MarkWords } from '../../../engine/index/columns/markWords';
import { SEGMENT_LIMIT } from '../../../engine/index/columns/planMerges';
import { type ChooseCluster, SegmentDraft } from '../../../engine/index/columns/segmentDraft';
import type { SegmentColumns } from '../../../engine/index/columns/segmentParts';
import { dayOf } from '../../dayOf';
import type { FileRecord, FileState, SegmentRecord } from '../../index/manifest';
import { corpusLimits } from '../../limits';
import type { KeptLines } from '../../writer/articleNotes';
import type { FilePart, Ledger } from '../publishing/ledger';
import type { Publish } from '../publishing/publisher';
import { CancelledError, StorageError } from '../publishing/storageErrors';
import { type Sorter, WORTH_A_THREAD } from '../sorting/sorter';
import type { Unsorted } from '../sorting/unsorted';
import type { Convert } from './converter';
import { OpenFilePart } from './openFilePart';
import { readOrConvert } from './readOrConvert';
import { withTimeLimit } from './timeLimit';

/** The first segment of an index is small, so that the writer has something within seconds. */
const FIRST_LIMIT = 1_000_000;
/** After so long the event loop gets its turn: cancelling, progress, the heartbeat of the lock. */
const TURN_MS = 50;
/** A smaller segment is sorted sooner than its articles are looked through. */
const WORTH_HOLDING = 1_000_000;
/** A draft of Fanben's own language. */
const DRAFT = /\.gao$/i;
/** Segments waiting to be sorted; more would only fill the memory. */
const MOST_WAITING = 2;

/** What an import works with, shared with the rest of the build. */
export interface ImporterParts {
  readonly ledger: Ledger;
  readonly sorter: Sorter;
  readonly unsorted: Unsorted;
  readonly publish: Publish;
  readonly mark: MarkWords;
  readonly clusterOf: ChooseCluster;
  readonly maxFileBytes: number | undefined;
  /** Another program for what is not read here. */
  readonly convert: Convert | null;
  /** What the writer has kept of a file, by its entries. */
  readonly keptOf: (file: Pick<FileRecord, 'path' | 'hash'>) => KeptLines;
  /** Segments that are not sorted yet, because furniture will be taken out of them first; the ledger knows them. */
  readonly held: Map<string, SegmentColumns>;
  /** Is more than half of the files read? */
  readonly isLateIn: () => boolean;
  readonly signal: AbortSignal;
  /** Told how many characters each article had. */
  readonly onArticle: (characters: number) => void;
}

/**
 * Reads files into segments: while one segment is sorted and written, the next is filled. Towards the end of the files the large
 * ones are held instead: what furniture they have is soon known, and it goes out before the sort rather than after it. What is large is
 * put on the disk before all else, so that nothing of it has to be waited for when the build is cancelled.
 */
export class Importer {
  private draft: SegmentDraft;
  private fileParts: FilePart[] = [];
  private published: Promise<void> = Promise.resolve();
  /** The publication that is being written. */
  private publishing: Promise<void> = Promise.resolve();
  private hasBegun = false;
  private turn = performance.now();

  constructor(private readonly parts: ImporterParts) {
    this.draft = new SegmentDraft(parts.mark, parts.clusterOf, parts.sorter.cut);
  }

  /**
   * Reads one file from entry `from` on, to its end or until cancelled.
   * Throws what reading throws; what came before that is kept.
   */
  async read(file: FileState, hash: string, from: number): Promise<void> {
    const { maxFileBytes, signal, keptOf, convert } = this.parts;
    const part = new OpenFilePart(file, hash, from, this.draft.articles);
    const kept = keptOf({ path: file.path, hash });
    // What is being written lies among the articles, too.
    const writtenOn = DRAFT.test(file.path) ? dayOf(new Date(file.mtimeMs)) : undefined;
    const items = readOrConvert(file.path, { maxFileBytes, firstEntry: from, kept }, convert);
    try {
      for await (const item of withTimeLimit(items, corpusLimits.articleMs, signal)) {
        await this.giveWay();
        if (signal.aborted) break;
        if ('problem' in item) part.problem(item.problem, item.entry);
        else this.add(item.article, item.entry, part, writtenOn);
        if (this.draft.characters >= this.limit()) {
          this.fileParts.push(part.close(false));
          await this.flush();
          part.reopen(this.draft.articles);
        }
      }
      this.fileParts.push(part.close(!signal.aborted));
    } catch (error) {
      // Cancelled while it was handed over: it is on the disk.
      if (!(error instanceof CancelledError) && !part.isEmpty) this.fileParts.push(part.close(false));
      throw error;
    }
  }

  /**
   * Writes what is left and waits until all that is not held is published. Cancelled, it only puts on the disk what is left, unless that is
   * little and all before it is published. Throws what writing threw.
   */
  async finish(): Promise<void> {
    const { signal, unsorted } = this.parts;
    const isLittle = unsorted.isEmpty && this.draft.characters < WORTH_A_THREAD;
    if (signal.aborted && !isLittle) {
      if (this.fileParts.length > 0) await this.keep(this.draft, this.fileParts);
      return settled(this.publishing);
    }
    if (this.fileParts.length > 0) await this.flush();
    await settled(this.published);
  }

  private keep(draft: SegmentDraft, parts: readonly FilePart[]): Promise<number> {
    return settled(this.parts.unsorted.keep({ columns: draft.articles > 0 ? draft.uncut() : null, parts }));
  }

  private add(article: Article, entry: number, part: OpenFilePart, writtenOn: string | undefined): void {
    const characters = this.draft.add(article, entry, writtenOn);
    part.article(article, entry, characters);
    this.parts.onArticle(characters);
  }

  private limit(): number {
    return this.hasBegun || this.parts.ledger.hasSegments ? SEGMENT_LIMIT : FIRST_LIMIT;
  }

  /** Hands the draft over to be sorted, written and published, in the order of the drafts. */
  private async flush(): Promise<void> {
    const { mark, clusterOf, sorter } = this.parts;
    const { draft, fileParts, published } = this;
    this.draft = new SegmentDraft(mark, clusterOf, sorter.cut);
    this.fileParts = [];
    const isHeld = this.hasBegun && this.isToHold(draft);
    this.hasBegun = true;
    const kept = draft.characters < WORTH_A_THREAD ? null : await this.keep(draft, fileParts);
    await settled(draft.cutAll());
    if (isHeld) return this.hold(draft, fileParts);
    const written = draft.articles > 0 ? sorter.write(draft.columns()) : Promise.resolve(null);
    this.published = Promise.all([written, published]).then(([segment]) => {
      this.publishing = this.enter(segment, fileParts, kept);
      return this.publishing;
    });
    this.published.catch(() => undefined); // thrown by the next one who waits for it
    if (sorter.waiting >= MOST_WAITING) await settled(published);
  }

  private async enter(segment: SegmentRecord | null, fileParts: readonly FilePart[], kept: number | null) {
    const { ledger, publish, unsorted, signal } = this.parts;
    if (kept !== null && signal.aborted) return;
    ledger.enter(segment, fileParts);
    await publish();
    if (kept !== null) await unsorted.forget(kept);
  }

  /** What comes behind one that is held is held as well: none is published before the one before it. */
  private isToHold({ characters, articles }: SegmentDraft): boolean {
    const { held, isLateIn } = this.parts;
    return held.size > 0 || (articles > 0 && characters >= WORTH_HOLDING && isLateIn());
  }

  private hold(draft: SegmentDraft, fileParts: readonly FilePart[]): void {
    const { held, ledger } = this.parts;
    const columns = draft.articles > 0 ? draft.columns() : null;
    const id = `held-${held.size}`;
    if (columns) held.set(id, columns);
    const { articles, characters } = draft;
    this.published = this.published.then(() =>
      ledger.enter(columns && { id, articles, characters, bytes: 0 }, fileParts),
    );
    this.published.catch(() => undefined);
  }

  private async giveWay(): Promise<void> {
    if (performance.now() - this.turn < TURN_MS) return;
    await nextTurn();
    this.turn = performance.now();
  }
}

async function settled<T>(written: Promise<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    throw new StorageError('The index could not be written.', { cause: error });
  }
}
