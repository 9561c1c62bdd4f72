import type { PlacedMarker } from './placedMarkers';

/** How far to look for the end of an inner series, in markers. */
const REACH = 60;

/**
 * Whether the first member at `index` begins a series inside `outer`, a member of the same series: 一是 一是 二是 二是.
 * The inner members count up from one, and then the text goes on with what is next after `outer` (二是 after 一是).
 */
export function nestsInItself(markers: readonly PlacedMarker[], index: number, outer: PlacedMarker): boolean {
  const first = markers[index]!;
  if (first.number !== 1) return false;
  let last = 1;
  for (const marker of markers.slice(index + 1, index + REACH)) {
    if (marker.level < first.level && !marker.inline) return false;
    if (marker.series !== first.series || marker.inline !== first.inline) continue;
    if (marker.number === last + 1 && !(last > 1 && marker.number === outer.number + 1)) last = marker.number;
    else return last > 1 && marker.number === outer.number + 1;
  }
  return false;
}
