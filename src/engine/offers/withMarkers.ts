import { parseMarker } from '../outline/marker';
import type { NextMarker } from '../series/markers/nextMarkers';

/** Markers one of which comes as probably as this stand first; less probable ones behind the best phrase. */
const FIRST = 0.5;

/** Whether a phrase counts in the series of a marker, but with another number: 二是要 where 三是 comes next. */
function isMiscounted(text: string, markers: readonly NextMarker[]): boolean {
  const series = parseMarker(text)?.series;
  if (series === undefined) return false;
  const promised = markers.filter(marker => parseMarker(marker.text)?.series === series);
  return promised.length > 0 && !promised.some(marker => text.startsWith(marker.text));
}

/**
 * The phrases of a list with the markers that the draft has promised among them; `itemOf` makes an item of a marker that no
 * phrase is. At the end of the list as many phrases give way; those with a number that has been are left out.
 */
export function withMarkers<Item extends { readonly text: string }>(
  phrases: readonly Item[],
  markers: readonly NextMarker[],
  itemOf: (marker: NextMarker) => Item,
  limit: number,
): Item[] {
  if (markers.length === 0) return phrases.slice(0, limit);
  const promised = markers.map(marker => phrases.find(({ text }) => text === marker.text) ?? itemOf(marker));
  const others = phrases.filter(
    ({ text }) => !markers.some(marker => marker.text === text) && !isMiscounted(text, markers),
  );
  const begins = markers.some(marker => marker.begins);
  const isLikely = begins || markers.reduce((sum, { probability }) => sum + probability, 0) >= FIRST;
  const ahead = isLikely ? [] : others.slice(0, 1);
  return [...ahead, ...promised, ...others.slice(ahead.length)].slice(0, limit);
}
