import type { Ranked } from '../ranked';
import type { CompletionOptions } from '../request';
import type { Recall } from './choices';
import { dropRefused, refusedHere } from './refusals';

/** What is known of the writer at this place. */
export interface Leaning {
  readonly recall: Recall | undefined;
  readonly refused: readonly string[];
}

/** Brings the writer's own choices into the probabilities. Without any, nothing changes. */
export function leanToWriter({ pool, probability }: Ranked, before: string, options: CompletionOptions): Leaning {
  const recall = options.choices?.recall(before);
  const refused = refusedHere(options.refused ?? [], before);
  recall?.lean(pool, probability);
  dropRefused(pool, probability, refused);
  return { recall, refused };
}

/** What was taken most comes first; all else stays in its order. */
export function mostTaken<Item extends { readonly text: string }>(
  items: readonly Item[],
  taken: ((text: string) => number) | undefined,
): readonly Item[] {
  if (!taken) return items;
  const weights = new Map(items.map(item => [item, taken(item.text)]));
  return [...items].sort((a, b) => weights.get(b)! - weights.get(a)!);
}
