/** What was said on the occasion of a draft in earlier years. */
import * as v from 'valibot';
import type { ArticleEntry } from './exemplars';
import { type Schemas, textDocument } from './schema';

/** `leans`: is completion in this draft to lean to what is found, from now on? */
const precedentsParams = v.object({ textDocument, leans: v.optional(v.boolean(), true) });

/** What was said on the occasion of a draft. */
export interface Precedents {
  /** Newest first; none where the title says no occasion, or nothing was said on it. */
  articles: ArticleEntry[];
}

/** About earlier years; `server/precedent` answers. */
export interface PrecedentRequests {
  'fanben/precedents': { params: v.InferOutput<typeof precedentsParams>; result: Precedents };
}

/** What checks the params. */
export const precedentSchemas: Schemas<PrecedentRequests> = { 'fanben/precedents': precedentsParams };
