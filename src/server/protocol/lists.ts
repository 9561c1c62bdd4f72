/** What a server learns about the lists of phrases that it cannot see. */
import * as v from 'valibot';
import { nothing, type Schemas } from './schema';

/** `uri`: the document in which the list stands. */
const listParams = v.object({ uri: v.string() });
type ListParams = v.InferOutput<typeof listParams>;

export interface ListRequests {
  /** Forget everything the writer has taken from lists. Fails where the file cannot be emptied. */
  'fanben/forgetChoices': { params: null; result: null };
}

export interface ListNotifications {
  /** The writer has closed the list in this document with Escape. */
  'fanben/listDismissed': { params: ListParams };
  /** The writer presses the key for the list in this document. */
  'fanben/listAsked': { params: ListParams };
}

export const listSchemas: Schemas<ListRequests & ListNotifications> = {
  'fanben/forgetChoices': nothing,
  'fanben/listDismissed': listParams,
  'fanben/listAsked': listParams,
};
