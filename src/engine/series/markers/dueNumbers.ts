import { nextMarker, parseMarker } from '../../outline/marker';
import { SPOKEN_LEVEL } from '../../outline/series';

/** The number of the innermost part, and of the one that holds it. */
const MOST = 2;

/**
 * The numbers that may come in an empty paragraph below these, nearest first: `['一、甲', '（一）子', '话。']` gives （二）, 二、. A
 * spoken series goes on right below its last member alone.
 */
export function dueNumbers(above: readonly string[]): string[] {
  const due: string[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (let index = above.length - 1; index >= 0 && due.length < MOST; index--) {
    const marker = parseMarker(above[index]!);
    if (!marker || marker.level >= level) continue;
    if (marker.level === SPOKEN_LEVEL && index < above.length - 1) continue;
    level = marker.level;
    const next = nextMarker(marker);
    if (next !== null) due.push(next);
  }
  return due;
}
