import type { Query } from '../../engine/lookup/query/query';
import { isAskedInPart } from '../../engine/lookup/query/queryNeeds';
import type { Needed } from './answer';

/** What a query needs of libraries on demand, whatever is asked with it. */
export const neededFor = (query: Query, steps: Needed['steps']): Needed => ({
  steps,
  ...(query.filter.speakers?.length && { bySpeaker: true }),
  isInPart: view => isAskedInPart(view, query),
});
