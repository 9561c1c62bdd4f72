/** A sentence in both languages of the interface. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The only error that reading a file of the corpus throws: which file, what is wrong, what to do. */
export class UnreadableFileError extends Error {
  constructor(
    readonly path: string,
    readonly reason: Bilingual,
    options?: ErrorOptions,
  ) {
    super(`${path}: ${reason.zh} / ${reason.en}`, options);
    this.name = 'UnreadableFileError';
  }
}
