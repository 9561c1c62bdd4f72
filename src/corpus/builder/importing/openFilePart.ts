import type { Article } from '../../../engine/article/article';
import { type Bilingual, behind } from '../../../engine/text/bilingual';
import type { FileState } from '../../index/manifest';
import type { FilePart } from '../publishing/ledger';

/** The part of a file that is being added to a draft. */
export class OpenFilePart {
  private count = 0;
  private characters = 0;
  private removed = 0;
  private problems: Bilingual[] = [];
  private fresh: boolean;

  /** `entries`: how many of the file are dealt with already; `first`: number of its first article in the draft. */
  constructor(
    private readonly file: FileState,
    private readonly hash: string,
    private entries: number,
    private first: number,
  ) {
    this.fresh = entries === 0;
  }

  /** Nothing of the file has been taken, in this part or before. */
  get isEmpty(): boolean {
    return this.fresh && this.count === 0;
  }

  article(article: Article, entry: number, characters: number): void {
    this.count++;
    this.characters += characters;
    this.removed += article.removed.length;
    this.entries = entry + 1;
    for (const { line, message } of article.problems) this.problems.push(behind(`${line + 1}: `, message));
  }

  problem(message: Bilingual, entry: number): void {
    this.problems.push(message);
    this.entries = entry + 1;
  }

  close(complete: boolean): FilePart {
    const { file, hash, first, count, characters, removed, problems, entries, fresh } = this;
    return { file, hash, first, count, characters, removed, problems, entries, fresh, complete };
  }

  /** Goes on in a new draft. */
  reopen(first: number): void {
    this.fresh = false;
    this.first = first;
    this.count = 0;
    this.characters = 0;
    this.removed = 0;
    this.problems = [];
  }
}
