import type { Bilingual } from '../text/bilingual';

/** What a source can state of an article in a field of its own. */
export type StatedField = 'title' | 'date' | 'speaker' | 'occasion';

/** One source text as imported: cleaned, normalised, cut into paragraphs. */
export interface Article {
  readonly title: string;
  /** ISO 8601, as precise as the source says: `2015`, `2015-05` or `2015-05-23`. */
  readonly date: string | null;
  readonly speaker: string | null;
  /** Where or on what occasion it was said: `全县经济工作会议`. */
  readonly occasion: string | null;
  /** Keywords the source gives, as front matter does: `农村工作`. Left out where there are none. */
  readonly tags?: readonly string[];
  /** What the source states in fields of its own, as front matter does, rather than that it was found in the text. */
  readonly stated?: readonly StatedField[];
  /** Normalised text: simplified script, full-width punctuation, no layout blanks, never empty. */
  readonly paragraphs: readonly Paragraph[];
  /** What cleaning took out, in source order, so that it can be checked. */
  readonly removed: readonly Removal[];
  /** What a person should look at: garbled runs, an undecodable stretch. */
  readonly problems: readonly Problem[];
}

/** One paragraph of an article, with the way back to where it stands in its source. */
export interface Paragraph {
  readonly text: string;
  /**
   * The map back to the source: flat pairs [offset in `text`, offset in source], both UTF-16, ascending.
   * Between two pairs text and source run in step; `sourceOffset` in `sourceMap.ts` reads it.
   */
  readonly map: readonly number[];
  /** Spans of `text`, as [start, end) pairs, that must never be offered as a completion (garbled by re-encoding). */
  readonly garbled?: readonly (readonly [number, number])[];
}

/** A piece that cleaning took out. */
export interface Removal {
  readonly reason: RemovalReason;
  readonly text: string;
  /** 0-based line of the source. */
  readonly line: number;
  /** It cannot be kept: it was no part of the text, or it is what tells one article of the file from the next. */
  readonly isFinal?: boolean;
}
/** Why it was taken out. */
export type RemovalReason =
  | 'furniture'
  /** Page furniture that no pattern knows: it recurs at the edges of the articles of one source. */
  | 'recurring'
  | 'repeated-title'
  | 'noise'
  | 'reading'
  | 'markup'
  | 'metadata';

/** A place of the source that a person should look at. */
export interface Problem {
  readonly message: Bilingual;
  /** 0-based line of the source. */
  readonly line: number;
  readonly text: string;
}

/** What a file format yields before cleaning. */
export interface RawArticle {
  /** Decoded text with the line breaks of the source. */
  readonly text: string;
  readonly title?: string;
  readonly date?: string;
  /** When the page was published: weaker than any date the text says it was spoken on. */
  readonly published?: string;
  readonly speaker?: string;
  readonly occasion?: string;
  readonly tags?: readonly string[];
  /** Those of these fields that a person has written down as such, in front matter: they overrule all else. */
  readonly stated?: readonly StatedField[];
  /** What the format took out of the source before there was a text: menus of a page, comments of a note. */
  readonly removed?: readonly Removal[];
}
