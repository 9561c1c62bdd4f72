/** Sayings that the writer has kept. */
import * as v from 'valibot';
import { messageLimits } from './limits';
import { listOf, type Schemas, text } from './schema';

const sayingsParams = v.object({ sayings: listOf(text(messageLimits.words)) });

/** What the writer has kept; `server/sayings` hears it. */
export interface SayingNotifications {
  /** All of them, as they are now. */
  'fanben/setSayings': { params: v.InferOutput<typeof sayingsParams> };
}

/** What checks the params. */
export const sayingSchemas: Schemas<SayingNotifications> = { 'fanben/setSayings': sayingsParams };
