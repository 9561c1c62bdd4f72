import { SEGMENT_LIMIT } from '../../engine/index/columns/planMerges';
import { libraryLimits } from '../limits';

/** Segments that are, or are to be, one layout. */
export interface PlannedLayout {
  readonly segments: readonly string[];
  readonly characters: number;
}

/** Smaller segments are merged with others before long: a layout that has one is made anew then. */
const SETTLED = SEGMENT_LIMIT / 2;

interface Sized {
  readonly id: string;
  readonly characters: number;
}

/**
 * Which layouts stay, and which are to be made. One that has lost a segment goes. What is new becomes one more, together with those
 * that are not much larger, so that there are never many to ask, and each character is laid out anew a few times only (the logarithmic method:
 * Bentley and Saxe 1980). Segments that will not be merged any more are laid out apart, so that their layouts last.
 */
export function planLayouts<Known extends PlannedLayout>(
  known: readonly Known[],
  segments: readonly Sized[],
): { kept: Known[]; made: PlannedLayout[] } {
  const living = new Map(segments.map(({ id, characters }) => [id, characters]));
  const isSettled = (id: string) => living.get(id)! >= SETTLED;
  const whole = known.filter(layout => layout.segments.every(id => living.has(id)));
  const plans = [true, false].map(settled =>
    planAlike(
      whole.filter(layout => layout.segments.every(isSettled) === settled),
      segments.filter(({ id }) => isSettled(id) === settled && !whole.some(layout => layout.segments.includes(id))),
      living,
    ),
  );
  return { kept: plans.flatMap(({ kept }) => kept), made: plans.flatMap(({ made }) => made) };
}

/** `added`: segments that are in none of the layouts. */
function planAlike<Known extends PlannedLayout>(
  known: readonly Known[],
  added: readonly Sized[],
  living: ReadonlyMap<string, number>,
): { kept: Known[]; made: PlannedLayout[] } {
  let kept = [...known];
  const fresh = added.map(({ id }) => id);
  if (fresh.length === 0) return { kept, made: [] };
  const size = (ids: readonly string[]) => ids.reduce((sum, id) => sum + living.get(id)!, 0);
  for (const layout of [...kept].sort((a, b) => a.characters - b.characters)) {
    const together = size(fresh) + size(layout.segments);
    if (layout.characters > 2 * size(fresh) || together > libraryLimits.layoutCharacters) break;
    fresh.push(...layout.segments);
    kept = kept.filter(one => one !== layout);
  }
  const made: { segments: string[]; characters: number }[] = [];
  for (const id of fresh) {
    const characters = living.get(id)!;
    const last = made.at(-1);
    if (last && last.characters + characters <= libraryLimits.layoutCharacters) {
      last.segments.push(id);
      last.characters += characters;
    } else made.push({ segments: [id], characters });
  }
  return { kept, made };
}
