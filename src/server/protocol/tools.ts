/** What an assistant asks, once the writer has let it. */
import * as v from 'valibot';
import { messageLimits } from './limits';
import { cutText, type Schemas, text } from './schema';

/** A tool looks at what it knows alone; whatever else an assistant says is left. */
const said = v.union([cutText(messageLimits.document), v.unknown()]);
const toolParams = v.object({ name: text(messageLimits.name), input: v.record(text(messageLimits.name), said) });
/** Name of a tool of `engine/tools`, and what it is given. */
export type ToolParams = v.InferOutput<typeof toolParams>;

/** What an assistant asks; `server/tools` answers. */
export interface ToolRequests {
  /** The answer of a tool, as JSON text; null where there is no such tool. */
  'fanben/tool': { params: ToolParams; result: string | null };
}

/** What checks the params. */
export const toolSchemas: Schemas<ToolRequests> = { 'fanben/tool': toolParams };
