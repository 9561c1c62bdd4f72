/** The numbers of a draft, and its length. */
import * as v from 'valibot';
import { type Position, placesOf, position, type Range, range, type Schemas, textDocument } from './schema';

/** What the diagnostics of the numbering carry. */
export interface NumberingData {
  /** What is wrong: `missing`, `repeated`, `out-of-order`, `mixed-series`, `mixed-level`, `alone`, `doubled` or `uneven`. */
  code: string;
  /** 0-based: while the writer is writing between the problem and this line, they may be about to mend it themselves. */
  openUntilLine: number;
}

/** Without a range, all of the document. */
const renumberParams = v.object({ textDocument, range: v.optional(range) });
export type RenumberParams = v.InferOutput<typeof renumberParams>;

/** New text for a range of the document, as it is now. */
export interface RangeEdit {
  range: Range;
  newText: string;
}

const moveSectionParams = v.object({ textDocument, position, direction: v.picklist(['up', 'down']) });
/** The section at a place, and where it is to go. */
export type MoveSectionParams = v.InferOutput<typeof moveSectionParams>;
/** The edit that moves a section, or why there is none. */
export type MovedSection =
  /** `position`: where the place of the request is after the edit. */
  | { kind: 'moved'; edit: RangeEdit; position: Position }
  /** No numbered part is there; or there is no other before or behind it; or it is tied into a paragraph with other text. */
  | { kind: 'noSection' | 'atEnd' | 'tied' };

/** Behind which the next member of a series may be due. */
const memberDueParams = v.object({ textDocument, position });
export type MemberDueParams = v.InferOutput<typeof memberDueParams>;

const lengthParams = v.object({ textDocument, ranges: placesOf(range) });
/** A document, and the ranges in it that are selected. */
export type LengthParams = v.InferOutput<typeof lengthParams>;

/** Lengths, not in code units but as a writer counts. */
export interface Length {
  /** 字数 as Chinese office programs count: a Chinese character or mark is one, a word or number in Latin letters is one. */
  characters: number;
  /** Of the ranges together. */
  selected: number;
}

/** About the numbers and the length of a draft; `server/outline` answers. */
export interface NumberingRequests {
  /** The edits that make the numbers right, in the lines of a range or in all of the document. */
  'fanben/renumber': { params: RenumberParams; result: RangeEdit[] };
  /** The section at a place before its predecessor or behind its successor, with the numbers right. */
  'fanben/moveSection': { params: MoveSectionParams; result: MovedSection };
  /** Whether the draft's own series makes clear what comes at a place: on a new line, or behind a number alone. */
  'fanben/memberDue': { params: MemberDueParams; result: boolean };
  /** How long a document and the ranges in it are. */
  'fanben/length': { params: LengthParams; result: Length };
}

/** What checks the params of each. */
export const numberingSchemas: Schemas<NumberingRequests> = {
  'fanben/renumber': renumberParams,
  'fanben/moveSection': moveSectionParams,
  'fanben/memberDue': memberDueParams,
  'fanben/length': lengthParams,
};
