import { type Bilingual, inBoth } from '../../engine/text/bilingual';

/**
 * Why a file gives no article, for counting. `picture` … `system` are kinds that are never meant as text: one counted
 * line a kind.
 */
export type SkipKind =
  | 'unsupported'
  | 'archive'
  | 'encrypted'
  | 'damaged'
  | 'scan'
  | 'empty'
  | 'too-large'
  | 'too-slow'
  | 'crashed'
  | 'access'
  | 'picture'
  | 'media'
  | 'program'
  | 'font'
  | 'data'
  | 'temporary'
  | 'system';

/** Why a file was left out, and what to do about it. */
export interface Reason extends Bilingual {
  readonly kind?: SkipKind;
  /** Another program may read it: `fanben.corpus.converter`. */
  readonly converts?: true;
}

/** The only error that reading a file of the corpus throws: which file, what is wrong, what to do. */
export class UnreadableFileError extends Error {
  constructor(
    readonly path: string,
    readonly reason: Reason,
    options?: ErrorOptions,
  ) {
    super(`${path}: ${inBoth(reason)}`, options);
    this.name = 'UnreadableFileError';
  }
}
