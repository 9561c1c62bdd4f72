import { leadingToken, type Tokens, tokenise, type WordStarts } from './tokens';

/** A paragraph, and where its words begin if that is known. */
export interface Source {
  /** 0-based. */
  readonly paragraph: number;
  readonly source: string;
  readonly isWordStart?: WordStarts | undefined;
}

/**
 * A stretch of a paragraph between two marks, without them. What it consists of is found out when it is asked for: most clauses
 * are told apart from their neighbours by their first and last characters.
 */
export class Clause {
  private ownTokens: Tokens | undefined;
  private ownHead: number | undefined;

  constructor(
    private readonly place: Source,
    /** UTF-16 offsets in the paragraph. */
    readonly start: number,
    readonly end: number,
    /** The mark behind it, `''` at the end of the paragraph. */
    readonly mark: string,
  ) {}

  get length(): number {
    return this.end - this.start;
  }

  get text(): string {
    return this.place.source.slice(this.start, this.end);
  }

  /** UTF-16 code unit at this offset of the clause. */
  codeAt(offset: number): number {
    return this.place.source.charCodeAt(this.start + offset);
  }

  get tokens(): Tokens {
    this.ownTokens ??= tokenise(this.text, this.place.isWordStart, this.start);
    return this.ownTokens;
  }

  /** Its first token; see `Tokens.ids`. */
  get head(): number {
    this.ownHead ??= leadingToken(this.place.source, this.start);
    return this.ownHead;
  }

  /** The same clause from this offset of its text on. */
  from(offset: number): Clause {
    return new Clause(this.place, this.start + offset, this.end, this.mark);
  }
}
