import type { Marker } from '../../outline/marker';
import { cutClauses, sentencesOf } from '../../parallel/cutClauses';
import type { Unit } from '../../parallel/unit';

/** The first sentence of a paragraph, or of what stands behind a number in it; `null` where there is no text. */
export function firstSentenceUnit(source: string, marker: Marker | null = null): Unit | null {
  const place = { paragraph: 0, source };
  const clauses = sentencesOf(cutClauses(place, 2, marker?.end ?? 0))[0];
  if (!clauses) return null;
  return { ...place, clauses, ...(marker && { marker }) };
}
