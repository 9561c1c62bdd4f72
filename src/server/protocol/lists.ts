/** What a server learns about the lists of phrases that it cannot see. */
import * as v from 'valibot';
import { messageLimits } from './limits';
import { nothing, path, type Schemas, text } from './schema';

/** `uri`: the document in which the list stands. */
const listParams = v.object({ uri: path });
type ListParams = v.InferOutput<typeof listParams>;

/** `text`: a row as it stood in the list. */
const banishParams = v.object({ text: text(messageLimits.paragraph), isBanished: v.boolean() });

/** What may be banished from lists, and what is. */
export interface BanishableRows {
  /** The rows of the list shown last in the document, best first. */
  readonly shown: readonly string[];
  /** Oldest first. */
  readonly banished: readonly string[];
}

/** About what the writer has taken from lists and does not want there; `server/completion` answers. */
export interface ListRequests {
  'fanben/banishable': { params: ListParams; result: BanishableRows };
  /** A row is to come no more, or may come again. */
  'fanben/banish': { params: v.InferOutput<typeof banishParams>; result: null };
  /** Forget everything the writer has taken from lists. Fails where the file cannot be emptied. */
  'fanben/forgetChoices': { params: null; result: null };
}

/** What the writer does with a list, which the protocol does not tell. */
export interface ListNotifications {
  /** The writer has closed the list in this document with Escape. */
  'fanben/listDismissed': { params: ListParams };
  /** The next request is for a list that the writer has opened by key, or goes on in one. */
  'fanben/listAsked': { params: ListParams };
  /** The next request is of a list that stands open while the writer goes on typing. */
  'fanben/listOpen': { params: ListParams };
}

/** What checks the params of each. */
export const listSchemas: Schemas<ListRequests & ListNotifications> = {
  'fanben/forgetChoices': nothing,
  'fanben/listDismissed': listParams,
  'fanben/listAsked': listParams,
  'fanben/listOpen': listParams,
  'fanben/banishable': listParams,
  'fanben/banish': banishParams,
};
