import { applyEdits, type Edit } from './edit';
import { BREAK, type Marker, nextMarker, parseMarker } from './marker';
import { parseOutline, walkOutline } from './outline';
import { renumberBehindGone, renumberBehindNew } from './renumberBehind';
import { literal } from './series';
import { isBlank } from './title';

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

/** Whether the part that begins in `paragraph` has more text or parts below its first line. */
function hasMoreBelow(paragraphs: readonly string[], paragraph: number): boolean {
  for (const { node } of walkOutline(parseOutline(paragraphs))) {
    if (node.paragraph === paragraph && !node.inline) return node.endParagraph > paragraph;
  }
  return false;
}

/** What an Enter has still to do, in the lines there were after it. Deleted lines are counted before the edits. */
export interface EnterEdits {
  readonly edits: readonly Edit[];
  /** This line goes with its line break: a marker without text, whose list is at its end. */
  readonly deletedLine: number | null;
}

/**
 * What an Enter has still to do, where `lines` are the text after it and `at` is the new line:
 *
 * - `二是⏎|` takes the marker away: the list is at its end, and those behind it close up;
 * - `一、heading⏎二、|` with text under the heading takes the 二、 back: the new line is of that text;
 * - `一是快。⏎二是|` amid a list counts those behind it on, and writes the 二是 where the editor has no Enter rules.
 */
export function afterEnter(lines: readonly string[], at: number): EnterEdits {
  const above = lines[at - 1];
  const line = lines[at];
  if (above === undefined || line === undefined) return { edits: [], deletedLine: null };
  if (isBlank(line) && endsList(above)) {
    const text = lines.with(at - 1, '');
    return { edits: renumberBehindGone(text, at, parseMarker(above)!), deletedLine: at - 1 };
  }
  const next = continueList(above);
  const isByRule = line === next;
  if (next === null || !(isByRule || isBlank(line))) return { edits: [], deletedLine: null };
  const marker = parseMarker(next)!;
  if (hasMoreBelow(lines.toSpliced(at, 1), at - 1)) {
    const taken = { paragraph: at, start: marker.start, end: line.length, text: '' };
    return { edits: isByRule ? [taken] : [], deletedLine: null };
  }
  const written = { paragraph: at, start: 0, end: line.length, text: next };
  const own = isByRule ? [] : [written];
  return { edits: [...own, ...renumberBehindNew(applyEdits(lines, own), at)], deletedLine: null };
}
