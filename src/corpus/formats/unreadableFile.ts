import { type Bilingual, inBoth } from '../../engine/text/bilingual';
import type { SkipKind } from './skipKinds';

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
