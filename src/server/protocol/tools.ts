/** What an assistant asks, once the writer has let it. */
import * as v from 'valibot';
import { messageLimits } from './limits';
import { type Schemas, text } from './schema';

const toolParams = v.object({ name: text(messageLimits.name), input: v.record(v.string(), v.unknown()) });
export type ToolParams = v.InferOutput<typeof toolParams>;

export interface ToolRequests {
  /** The answer of a tool, as JSON text; null where there is no such tool. */
  'fanben/tool': { params: ToolParams; result: string | null };
}

export const toolSchemas: Schemas<ToolRequests> = { 'fanben/tool': toolParams };
