/** What a paragraph is in an official document. Headings count 一、(1) （一）(2) 1.(3) （1）(4). */
export type Role =
  | 'title'
  | 'byline'
  | 'salutation'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'body'
  | 'signature'
  | 'date';

/** The four kinds of headings. */
export type HeadingRole = Extract<Role, `heading${number}`>;

/** A heading that its paragraph begins with and goes on behind: the first 8 of `（一）抓好产业。要培育龙头企业…`. */
export interface Lead {
  readonly role: HeadingRole;
  /** UTF-16 offset in the paragraph's text at which it ends, its full stop included. */
  readonly end: number;
}

/** One paragraph of a draft as it stands on the page. */
export interface LaidOutParagraph {
  readonly role: Role;
  /** Without indentation and what nobody sees; never empty. */
  readonly text: string;
  readonly lead?: Lead;
  /** Empty lines above it. */
  readonly linesBefore: number;
  /** How far it stays from the right margin, in characters of its own size; halves occur. */
  readonly rightIndent: number;
  /** 0-based line of the draft. */
  readonly line: number;
}
