import { finish, type Steps } from '../steps';
import { type OutlineNode, outlineSteps, walkOutline } from './outline';

/**
 * The part that a writer with the cursor at this place works on: the innermost that has a line of its own;
 * a point inside a paragraph only where the cursor is on its number (要求：一|是快；二是稳。). Null outside all parts.
 */
export function partAt(
  paragraphs: readonly string[],
  place: { readonly paragraph: number; readonly offset: number },
): OutlineNode | null {
  return finish(partAtSteps(paragraphs, place));
}

/** {@link partAt} a little at a time. */
export function* partAtSteps(
  paragraphs: readonly string[],
  { paragraph, offset }: { readonly paragraph: number; readonly offset: number },
): Steps<OutlineNode | null> {
  let found: OutlineNode | null = null;
  for (const { node } of walkOutline(yield* outlineSteps(paragraphs))) {
    const isOnNumber = node.paragraph === paragraph && node.start <= offset && offset <= node.marker.end;
    const isInside = node.paragraph <= paragraph && paragraph <= node.endParagraph;
    if (node.inline ? isOnNumber : isInside) found = node;
  }
  return found;
}
