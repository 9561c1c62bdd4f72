/** A search to work in: its sentences grouped, with counts; and the same as a file. */
import * as v from 'valibot';
import { messageLimits } from './limits';
import type { LookUpHit } from './passages';
import { cutText, natural, type Schemas, textDocument } from './schema';

const searchParams = v.object({
  /** As it is typed: words, “exact wording”, stars for gaps, filters (speaker:, year:, title:, occasion:), or letters. */
  words: cutText(messageLimits.words),
  /** By article, the best first; or as lines, by what stands beside them or by year. */
  order: v.picklist(['article', 'right', 'left', 'date']),
  limit: natural,
  /** The draft it is for: articles like it come first. */
  textDocument: v.optional(textDocument),
});
/** A search, its order, and how many sentences at most. */
export type SearchParams = v.InferOutput<typeof searchParams>;

/** Sentences with the same article, neighbour or year. */
export interface SearchGroup {
  /** The title, the neighbour, or the year; empty where there is none. */
  name: string;
  /** Of so many articles. */
  articles: number;
  hits: LookUpHit[];
}

/** What a search has found: groups in their order, and how much there is in all; near-duplicates count once as articles. */
export interface SearchResult {
  groups: SearchGroup[];
  articles: number;
  occurrences: number;
  /** Both counts are estimates. */
  estimated: boolean;
  /** Both counts are those of what was asked for: there may be more. */
  isMore: boolean;
}

const linesFileParams = v.object({ ...searchParams.entries, format: v.picklist(['csv', 'docx']) });
/** A search whose sentences are wanted as a file. */
export type LinesFileParams = v.InferOutput<typeof linesFileParams>;

/** About a search; `server/lookup` answers. */
export interface SearchRequests {
  'fanben/search': { params: SearchParams; result: SearchResult };
  /** The bytes of the file, base64. */
  'fanben/linesFile': { params: LinesFileParams; result: string };
}

/** What checks the params of each. */
export const searchSchemas: Schemas<SearchRequests> = {
  'fanben/search': searchParams,
  'fanben/linesFile': linesFileParams,
};
