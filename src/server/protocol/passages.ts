/** Passages of the corpus: looked up by words, found again in their sources. */
import * as v from 'valibot';
import { messageLimits } from './limits';
import { cutText, natural, type Position, path, type Schemas, text, textDocument } from './schema';

/** A place in the corpus. */
const passageRef = v.object({
  /** Absolute path of the source file. */
  path,
  /** 0-based number of the article in its file (a .jsonl holds many). */
  entry: natural,
  /** 0-based paragraph. */
  paragraph: natural,
  /** UTF-16 offset in the normalised paragraph, and length. */
  offset: natural,
  length: natural,
  /** The wording itself: finds the place again where the article has changed since. */
  text: v.optional(text(messageLimits.passage)),
});
export type PassageRef = v.InferOutput<typeof passageRef>;

/** An occurrence of a wording with what stands around it in its sentence, and its article. Date ISO 8601, as precise as it is known. */
export interface Passage extends PassageRef {
  title: string;
  date: string | null;
  speaker: string | null;
  before: string;
  match: string;
  after: string;
}

const lookUpParams = v.object({
  words: cutText(messageLimits.words),
  limit: natural,
  /** The draft it is for: articles like it come first. */
  textDocument: v.optional(textDocument),
});
/** What is looked up, and how many sentences at most. */
export type LookUpParams = v.InferOutput<typeof lookUpParams>;

/** A sentence that has the words. */
export interface LookUpHit extends Passage {
  /** The whole sentence around the match, without a leading number (一、) unless the words include it. */
  sentence: string;
  /** [start, end) spans of the words in `sentence`. */
  spans: [number, number][];
  /** It has not every word as typed: a part of them, or their pieces, apart from each other. */
  isScattered: boolean;
}

/** An article as it is read, never changed: its text with a head of title and origin, and where the passage stands in that. */
export type Source =
  | { kind: 'article'; path: string; entry: number; title: string; text: string; start: Position; end: Position }
  | { kind: 'gone'; path: string; message: string };

/** Where a passage stands in the file itself. */
export type Location =
  /** A text file the editor can open itself: select this range. `encoding` is a VS Code encoding id. */
  | { kind: 'file'; path: string; encoding: string; start: Position; end: Position }
  /** No text file: another program opens it. */
  | { kind: 'document'; path: string }
  | { kind: 'gone'; path: string; message: string };

/** About passages; `server/passages` answers. */
export interface PassageRequests {
  /** Passages with the words, best first; letters find what they spell. */
  'fanben/lookUp': { params: LookUpParams; result: LookUpHit[] };
  /** The article that a passage is from, as it was indexed: no file is read. */
  'fanben/source': { params: PassageRef; result: Source | null };
  /** Where a passage stands in its file; only files of the corpus are read. */
  'fanben/locate': { params: PassageRef; result: Location | null };
}

/** What checks the params of each. */
export const passageSchemas: Schemas<PassageRequests> = {
  'fanben/lookUp': lookUpParams,
  'fanben/source': passageRef,
  'fanben/locate': passageRef,
};
