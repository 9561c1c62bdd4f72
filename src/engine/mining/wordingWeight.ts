import type { FramePart } from '../parallel/frame';
import { isHead, isStructural, weightOf } from '../parallel/structuralWords';
import { tokenise } from '../parallel/tokens';

/** Weight of the fixed wording of a frame: of the words that hold it together, and of those that say what it is about. */
export function wordingWeight(parts: readonly FramePart[]): { readonly structure: number; readonly topic: number } {
  let structure = 0;
  let topic = 0;
  for (const part of parts) {
    if (typeof part !== 'string') continue;
    tokenise(part).ids.forEach((id, i) => {
      if (isStructural(id) || (i === 0 && isHead(id))) structure += weightOf(id);
      else topic += weightOf(id);
    });
  }
  return { structure, topic };
}
