import type { RawArticle } from '../../engine/article/article';
import type { Bilingual } from '../../engine/text/bilingual';
import type { Source } from './source';

/** What a format yields: articles, and parts it had to leave out. */
export type RawEntry =
  | {
      readonly entry: number;
      readonly raw: RawArticle;
      /** In a collection: the name of the file this article was by itself, which may say title, date and speaker. */
      readonly fileName?: string;
    }
  | { readonly entry: number; readonly problem: Bilingual };

/** A file as a reader gets it. */
export interface FormatInput {
  readonly source: Source;
  /** Refuse a larger file; the limit of the format where it is not given. */
  readonly maxFileBytes?: number | undefined;
  /** How many archives the source lies in. */
  readonly depth?: number;
}

/** How files of one kind are read. */
export interface Format {
  /** May the editor open the file itself, with `encoding`? Then articles map back to the decoded file. */
  readonly isText: boolean;
  /** May a file hold many articles? Then each entry stands alone and a bad one does not spoil the file. */
  readonly isCollection: boolean;
  /** Reads the articles of a file. @throws {UnreadableFileError} and nothing else */
  read(input: FormatInput): AsyncGenerator<RawEntry>;
}
