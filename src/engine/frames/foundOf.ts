import { type Marker, markerText, withNumber } from '../outline/marker';
import { type Alignment, spanOf } from './alignUnits';
import type { Found, Place } from './found';
import type { CounterPart, FrameLevel } from './frame';
import type { Piece } from './pieces';
import { isFrame } from './rules';
import { shapeOf } from './shape';

/** The marker as a part of a frame, which begins with the first number wherever its members did. */
export function counterOf(marker: Marker): CounterPart {
  return { series: marker.series, first: withNumber(marker, 1) ?? markerText(marker) };
}

/** The fillers of one slot are those of another one member later: 听到不如看到、看到不如走到. */
function isChain(pieces: readonly Piece[]): boolean {
  const slots = pieces.filter(piece => typeof piece !== 'string');
  return slots.some(from =>
    slots.some(to => to !== from && from.slice(0, -1).every((filler, i) => filler !== '' && filler === to[i + 1])),
  );
}

/** A run as a structure worth showing at that level, or `null`. */
export function foundOf(
  { units, clauses, pieces }: Alignment,
  level: Exclude<FrameLevel, 'pair' | 'series' | 'chain'>,
  joint: string,
): Found | null {
  const shape = shapeOf(pieces, units.length);
  const own = level === 'clause' && isChain(pieces) ? 'chain' : level;
  if (!isFrame(shape, own)) return null;
  const places = units.map((unit): Place => {
    const place = { paragraph: unit.paragraph, ...spanOf(unit, clauses) };
    return unit.marker ? { ...place, marker: markerText(unit.marker) } : place;
  });
  const { marker } = units[0]!;
  return { level: own, pieces, places, shape, joint, members: places.length, ...(marker && { counter: counterOf(marker) }) };
}
