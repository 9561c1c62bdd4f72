import { BREAK, type Marker, nextMarker, parseMarker } from './marker';
import { literal } from './series';

/** What Enter does beyond starting a line. */
export type EnterAction =
  /** The line above holds a marker and no text: it loses the marker, and the series is at its end. */
  | { readonly kind: 'endList' }
  /** `text` belongs at the start of the new line: indentation and the next marker. */
  | { readonly kind: 'continueList'; readonly text: string };

/** Regular expression source: behind punctuation stands the marker that would be next, so the series goes on within this line. */
export function memberInside(next: string): string {
  return `${BREAK}${literal(next.replace(/[，：,]$/, '').trimEnd())}`;
}

function textBehind(line: string, marker: Marker): string {
  return line
    .slice(marker.end)
    .replace(/^\*+|\*+$/g, '')
    .trim();
}

/**
 * How the line under `line` begins when the writer goes on: `　　一是抓产业。|` → `　　二是`.
 * Null if `line` has no marker, no text behind it, or holds the following member itself (`一是快；二是稳。`).
 */
export function continueList(line: string): string | null {
  const marker = parseMarker(line);
  if (!marker || textBehind(line, marker) === '') return null;
  const next = nextMarker(marker);
  if (next === null || new RegExp(memberInside(next)).test(line.slice(marker.end))) return null;
  return line.slice(0, marker.start) + next;
}

/** Whether Enter behind `line` ends a series: a marker with nothing behind it, as in `三是|`. */
export function endsList(line: string): boolean {
  const marker = parseMarker(line);
  return marker !== null && textBehind(line, marker) === '';
}

/**
 * What an Enter between `lineAbove` and `line` still has to do, for editors without Enter rules and
 * for numbers beyond the rules. Null if the new line is not empty: then the rules have done it, or text was split.
 */
export function afterEnter(lineAbove: string, line: string): EnterAction | null {
  if (line.trim() !== '') return null;
  if (endsList(lineAbove)) return { kind: 'endList' };
  const text = continueList(lineAbove);
  return text === null ? null : { kind: 'continueList', text };
}
