import type { SeriesId } from '../series';
import type { PlacedMarker } from './placedMarkers';

/** A marker in the hierarchy, before extents are known. */
export interface Branch {
  readonly marker: PlacedMarker;
  /** The series it stands in, whatever its own marker. */
  readonly series: SeriesId;
  readonly form: 'heading' | 'runIn';
  readonly children: Branch[];
}

/** Whether a branch stands in a series, or has its marker. */
export function isIn(branch: Branch, series: SeriesId): boolean {
  return branch.series === series || branch.marker.series === series;
}
