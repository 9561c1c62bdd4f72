/** What was said on the occasion of a draft in earlier years. */
import * as v from 'valibot';
import type { ArticleEntry } from './exemplars';
import { type Schemas, textDocument } from './schema';

/** `leans`: is completion in this draft to lean to what is found, from now on? */
const precedentsParams = v.object({ textDocument, leans: v.optional(v.boolean(), true) });

export interface Precedents {
  /** Newest first; none where the title says no occasion, or nothing was said on it. */
  articles: ArticleEntry[];
}

export interface PrecedentRequests {
  'fanben/precedents': { params: v.InferOutput<typeof precedentsParams>; result: Precedents };
}

export const precedentSchemas: Schemas<PrecedentRequests> = { 'fanben/precedents': precedentsParams };
