/** A library that finds passages, as the benchmark asks it. */
export interface SearchEngine {
  readonly name: string;
  /** Why it cannot be measured here; undefined where it can. */
  readonly missing?: string;
  /** Characters that it is measured with at most; undefined: any number. */
  readonly most?: number;
  /** Takes in the passages; afterwards it answers. */
  build(passages: readonly string[], folder: string): OpenEngine;
}

export interface OpenEngine {
  /** Passages with exactly this phrase, or what the library has instead. */
  phrase(phrase: string): unknown;
  /** Passages with these words, parted by blanks. */
  words(query: string): unknown;
  close(): void;
}

/** How many passages are asked for. */
export const HITS = 20;
