import { type Marker, markerText } from '../outline/marker';
import { seriesOf } from '../outline/series';
import { type Alignment, spanOf } from './alignUnits';
import { chainOf } from './chain';
import type { Found, Place } from './found';
import type { CounterPart, FrameLevel } from './frame';
import { isFrame } from './rules';
import { shapeOf } from './shape';

/** The marker as a part of a frame, which begins with the first number wherever its members did. */
export function counterOf({ series, before, numeral, after }: Marker): CounterPart {
  return { series, before, numeral: seriesOf(series).numerals.format(1, numeral) ?? numeral, after };
}

/** A run as a structure worth showing at that level, or `null`. */
export function foundOf(
  { units, clauses, pieces }: Alignment,
  level: Exclude<FrameLevel, 'pair' | 'series' | 'chain'>,
  joint: string,
): Found | null {
  const chain = level === 'clause' ? chainOf(pieces) : null;
  const own = chain ? 'chain' : level;
  const shape = shapeOf(chain ?? pieces, units.length);
  if (!isFrame(shape, own)) return null;
  const places = units.map((unit): Place => {
    const place = { paragraph: unit.paragraph, ...spanOf(unit, clauses) };
    return unit.marker ? { ...place, marker: markerText(unit.marker) } : place;
  });
  const { marker } = units[0]!;
  return {
    level: own,
    pieces,
    places,
    shape,
    joint,
    members: places.length,
    ...(marker && { counter: counterOf(marker) }),
  };
}
