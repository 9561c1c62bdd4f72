import type { Context } from './contexts';
import { reachAfter } from './counters';
import type { NodeEvidence } from './nodeEvidence';

/**
 * In so many living places at most the corpus has the text of a node, of `depth` code units, behind the last `length` characters before the cursor.
 * Behind a context of which all places were looked at it stands as often as it was seen, and behind more characters no oftener.
 */
export function mostPlaces(
  contexts: readonly Context[],
  { context: seenAfter, samples: seen }: NodeEvidence,
  node: number,
  depth: number,
  length: number,
): number {
  if ((contexts.at(-1)?.length ?? 0) < length) return 0;
  const counter = contexts.findLastIndex(context => context.length <= length && depth <= reachAfter(context.length));
  const context = contexts[counter];
  if (!context || context.samples < context.occurrences || seenAfter[node]! > counter) return Number.POSITIVE_INFINITY;
  return seenAfter[node] === counter ? seen[node]! : 0;
}
