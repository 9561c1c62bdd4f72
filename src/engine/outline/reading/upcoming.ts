import type { SeriesId } from '../series';
import type { PlacedMarker } from './placedMarkers';

/** The index of the next marker of a series behind one; `markers.length` where there is none. */
export type Upcoming = (series: SeriesId, behind: number) => number;

/**
 * Finds the next marker of a series, among those that are `meant`. Asked in the order of the markers, it goes through each series
 * once, however many of them are asked for.
 */
export function createUpcoming(markers: readonly PlacedMarker[], meant: (marker: PlacedMarker) => boolean): Upcoming {
  const places = new Map<SeriesId, { readonly indexes: number[]; next: number }>();
  for (const [index, marker] of markers.entries()) {
    if (!meant(marker)) continue;
    const own = places.get(marker.series);
    if (own) own.indexes.push(index);
    else places.set(marker.series, { indexes: [index], next: 0 });
  }
  return (series, behind) => {
    const own = places.get(series);
    if (!own) return markers.length;
    while ((own.indexes[own.next] ?? markers.length) <= behind) own.next++;
    return own.indexes[own.next] ?? markers.length;
  };
}
