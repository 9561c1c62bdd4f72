import type { Edit } from '../outline/edit';
import type { Bilingual } from '../text/bilingual';

/** What a check is about; the table of them is `codes.ts`. */
export type CheckCode =
  | 'overlap'
  | 'leftover'
  | 'quotation'
  | 'figures'
  | 'terms'
  | 'echo'
  | 'pairs'
  | 'width'
  | 'numbering'
  | 'title'
  | 'repeat'
  | 'long'
  | 'opening';

/** A stretch of a draft: 0-based lines, UTF-16 offsets in them as they stand in the file, the end exclusive. */
export interface DraftSpan {
  readonly line: number;
  readonly start: number;
  readonly endLine: number;
  readonly end: number;
}

/** Something in a draft that its writer should look at before it is handed in. */
export interface Problem extends DraftSpan {
  readonly code: CheckCode;
  /** What is wrong and what to do, in one sentence. */
  readonly message: Bilingual;
  /** What mends it, where one way is right. */
  readonly fix?: ProblemFix | undefined;
  /** The passage of the corpus it is about. */
  readonly source?: ProblemSource | undefined;
  /** Of what is taken over: the characters that count, as the message says. */
  readonly taken?: number | undefined;
  /** Other places of the draft it is about: the first of two values, the sentence that comes again. */
  readonly related?: readonly DraftSpan[] | undefined;
  /** The last line in which the writer, going on, may still mend it; its own line where nothing is said. */
  readonly openUntil?: number | undefined;
}

/** Edits that mend a problem, under the title of the action. */
export interface ProblemFix {
  readonly title: Bilingual;
  /** Sorted, in the lines as they stand in the file. */
  readonly edits: readonly Edit[];
}

/** A passage as a problem names it. `paragraph` is 0-based, `offset` and `length` UTF-16 in it. */
export interface ProblemSource {
  readonly path: string;
  readonly entry: number;
  readonly title: string;
  readonly date: string | null;
  readonly speaker: string | null;
  readonly paragraph: number;
  readonly offset: number;
  readonly length: number;
  /** Its wording, as far as its paragraph goes. */
  readonly text: string;
}

/** In the order of the draft; what begins at one place by the order of the codes. */
export function inDraftOrder(a: DraftSpan, b: DraftSpan): number {
  return a.line - b.line || a.start - b.start || b.endLine - a.endLine || b.end - a.end;
}
