import type { Candidate } from '../candidates/candidates';
import type { TaggedParagraph, TaggedWord } from '../paragraphWords';

/** A candidate for a name, with what is asked again and again. */
export interface NameInside {
  readonly candidate: Candidate;
  readonly paragraph: TaggedParagraph;
  /** All words that it touches, and how many of them lie in it whole. */
  readonly inside: readonly TaggedWord[];
  readonly whole: number;
  readonly before: TaggedWord | undefined;
  readonly after: TaggedWord | undefined;
  /** Of the whole name: its count in public texts, its part of speech. */
  readonly level: number;
  readonly group: string;
  /** Letters of words that nobody knows. */
  readonly unknown: number;
}
