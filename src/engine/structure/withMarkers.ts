import type { NextMarker } from './nextMarkers';

/** A marker as probable as this stands first; one less probable behind the best phrase. */
const FIRST = 0.5;

/**
 * The phrases of a list with the markers that the draft has promised among them; `itemOf` makes an item of a marker that no
 * phrase is. At the end of the list as many phrases give way.
 */
export function withMarkers<Item extends { readonly text: string }>(
  phrases: readonly Item[],
  markers: readonly NextMarker[],
  itemOf: (marker: NextMarker) => Item,
  limit: number,
): Item[] {
  if (markers.length === 0) return phrases.slice(0, limit);
  const promised = markers.map(marker => ({
    item: phrases.find(({ text }) => text === marker.text) ?? itemOf(marker),
    isFirst: marker.probability >= FIRST,
  }));
  const others = phrases.filter(({ text }) => !markers.some(marker => marker.text === text));
  const first = promised.filter(({ isFirst }) => isFirst).map(({ item }) => item);
  const second = promised.filter(({ isFirst }) => !isFirst).map(({ item }) => item);
  const ahead = first.length > 0 ? [] : others.slice(0, 1);
  return [...first, ...ahead, ...second, ...others.slice(ahead.length)].slice(0, limit);
}
