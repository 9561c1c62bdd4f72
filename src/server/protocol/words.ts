/** Where words begin, for editing by word. */
import * as v from 'valibot';
import { messageLimits } from './limits';
import { type Schemas, text } from './schema';

const wordParams = v.object({
  texts: v.pipe(v.array(text(messageLimits.wordsParagraph)), v.maxLength(messageLimits.paragraphs)),
});

/** About words; `server/words` answers. */
export interface WordRequests {
  /** Of each text the UTF-16 offsets between Chinese characters at which a word begins, ascending. */
  'fanben/wordStarts': { params: v.InferOutput<typeof wordParams>; result: number[][] };
}

/** What checks the params. */
export const wordSchemas: Schemas<WordRequests> = { 'fanben/wordStarts': wordParams };
