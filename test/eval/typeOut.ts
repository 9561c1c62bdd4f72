import { ask, canOpen } from './ask';
import type { TypedPassage } from './bootstrap';
import type { HeldPassage } from './heldOut';
import type { Predictor } from './predictor';

/** Types passages as a writer would who takes the longest right item wherever there is one, and asks nowhere else. */
export function typeOut(predictor: Predictor, passages: readonly HeldPassage[], top: number): TypedPassage[] {
  return passages.map(passage => {
    const characters = passage.text.length;
    let keystrokes = 0;
    for (let at = 0; at < characters; keystrokes++) {
      const { right } = canOpen(passage, at) ? ask(predictor, passage, at, top) : { right: null };
      at += right?.added.length ?? 1;
    }
    return { keystrokes, characters };
  });
}
