import { inlineMarkers, type Marker, markerText, nextMarker, parseMarker } from '../../outline/marker';
import { SPOKEN_LEVEL } from '../../outline/series';
import type { Unit } from '../../parallel/unit';
import { type DraftTail, sentencePartStart } from '../draftTail';
import { firstSentenceUnit } from './firstSentenceUnit';

/** A numbered series whose next member stands, or may begin, at the cursor. */
export interface NumberedSeries {
  /** Number of the next member: `三是`. */
  readonly marker: string;
  /** The members before it, in order. One at least. */
  readonly units: readonly Unit[];
  readonly level: 'heading' | 'paragraph' | 'sentence';
  /** What the writer has typed of the next member, its number included. */
  readonly typed: string;
}

/** What ends a part of a sentence or more. */
const PART_END = /[。！？；：…][”’」』）》]*$/;

/** The first sentence of each member. The text of its paragraph ends where the member does. */
function unitsOf(
  members: readonly { readonly source: string; readonly marker: Marker; readonly end?: number }[],
): Unit[] {
  return members.flatMap(({ source, marker, end }) => firstSentenceUnit(source.slice(0, end), marker) ?? []);
}

/** The paragraphs above that count up to `number`, without it, nearest last: 一是…⏎二是…⏎ before 三是. */
function siblingsAbove(
  above: readonly string[],
  { series, level }: Marker,
  number: number,
): { source: string; marker: Marker }[] {
  const siblings: { source: string; marker: Marker }[] = [];
  for (let line = above.length - 1, wanted = number - 1; line >= 0 && wanted > 0; line--) {
    const marker = parseMarker(above[line]!);
    if (!marker) continue;
    if (marker.series === series && marker.number === wanted) {
      siblings.unshift({ source: above[line]!, marker });
      wanted--;
    } else if (marker.level <= level) break;
  }
  return siblings;
}

function seriesOfLines({ above, line }: DraftTail): NumberedSeries | null {
  const last = above.at(-1);
  const own = parseMarker(line);
  const marker = own ?? (last === undefined ? null : parseMarker(last));
  if (!marker) return null;
  const next = own ? markerText(own) : nextMarker(marker);
  if (next === null || !(own ? line.startsWith(next) : next.startsWith(line))) return null;
  const siblings = siblingsAbove(above, marker, own ? own.number : marker.number + 1);
  // Where paragraphs of their own stand between the members, one may come here too.
  if (!own && siblings.length > 1 && above.at(-2) !== siblings.at(-2)!.source) return null;
  const units = unitsOf(siblings);
  const level = marker.level < SPOKEN_LEVEL ? 'heading' : 'paragraph';
  return units.length > 0 ? { marker: next, units, level, typed: line } : null;
}

/** The markers of a series in a line that count up to its last: 一是, 二是 of `要抓好：一是…；二是…`. */
function countingUp(markers: readonly Marker[], last: Marker): Marker[] {
  const members = [last];
  for (let i = markers.indexOf(last) - 1; i >= 0; i--) {
    const marker = markers[i]!;
    if (marker.series === last.series && marker.number === members[0]!.number - 1) members.unshift(marker);
  }
  return members;
}

function seriesInLine({ line }: DraftTail): NumberedSeries | null {
  const first = parseMarker(line);
  const markers = [...(first ? [first] : []), ...inlineMarkers(line, first?.end ?? 0)];
  const last = markers.at(-1);
  if (!last) return null;
  const behind = line.slice(last.end);
  const isOwn = !/[。！？；…]/.test(behind);
  if (isOwn && last.number === 1) return null;
  const members = countingUp(markers, last).slice(0, isOwn ? -1 : undefined);
  if (members.length === 0) return null;
  const next = isOwn ? markerText(last) : nextMarker(last);
  const typed = isOwn ? line.slice(last.start) : line.slice(sentencePartStart(line));
  if (next === null || !(isOwn ? typed.startsWith(next) : next.startsWith(typed))) return null;
  if (!isOwn && !endsLikeBefore(line.slice(0, line.length - typed.length), members)) return null;
  const units = unitsOf(
    members.map((marker, i) => ({
      source: line,
      marker,
      end: members[i + 1]?.start ?? (isOwn ? last.start : line.length - typed.length),
    })),
  );
  return units.length > 0 ? { marker: next, units, level: 'sentence', typed } : null;
}

/** Does the member at the end of the text end with the mark that the others end with, and after as many sentences? */
function endsLikeBefore(text: string, members: readonly Marker[]): boolean {
  if (!PART_END.test(text)) return false;
  const own = shapeOfMember(text.slice(members.at(-1)!.end));
  return members.every(
    (marker, i) => i === members.length - 1 || shapeOfMember(text.slice(marker.end, members[i + 1]!.start)) === own,
  );
}

function shapeOfMember(text: string): string {
  return text.replace(/[^。！？；…]/g, '');
}

/** The numbered series that go on at the cursor: of paragraphs, and of the parts of the cursor's paragraph. */
export function numberedSeries(tail: DraftTail): NumberedSeries[] {
  return [seriesInLine(tail), seriesOfLines(tail)].filter(series => series !== null);
}
