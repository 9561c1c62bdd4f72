import { inlineMarkers, type Marker, parseMarker, unannouncedFirst } from './marker';
import { type SeriesId, seriesOf } from './series';

/** A marker at its place in a text. `start` and `end` are UTF-16 offsets in that paragraph. */
export interface PlacedMarker extends Marker {
  /** 0-based. */
  readonly paragraph: number;
  /** Inside a paragraph rather than at its start. */
  readonly inline: boolean;
}

/** Headings proper, 一、 and （一）: no point of a spoken series reaches across one. */
const HEADING_LEVEL = 2;

/** 这样|一是省时，二是省力: the first point that only its second gives away. */
function withUnannounced(text: string, markers: readonly Marker[]): Marker[] {
  return markers.flatMap((marker, index) => {
    const isSecond = marker.number === 2 && (marker.series === 'is' || marker.series === 'must');
    const before = markers.slice(0, index).findLast(({ series }) => series === marker.series);
    if (!isSecond || before?.number === 1) return [marker];
    const first = unannouncedFirst(text, marker.series, marker.start);
    return first && first.start >= (before?.end ?? 0) ? [first, marker] : [marker];
  });
}

function everyMarker(paragraphs: readonly string[]): PlacedMarker[] {
  return paragraphs.flatMap((text, paragraph) => {
    const first = parseMarker(text);
    const inside = withUnannounced(text, inlineMarkers(text, first?.end ?? 0))
      .sort((left, right) => left.start - right.start)
      .map(marker => ({ ...marker, paragraph, inline: true }));
    return first ? [{ ...first, paragraph, inline: false }, ...inside] : inside;
  });
}

function isHeading(marker: PlacedMarker): boolean {
  return !marker.inline && marker.level <= HEADING_LEVEL;
}

/** Whether `next` may belong to the same series of points as `marker`: 第三 goes on after 首先, if not well. */
function isAkin(marker: Marker, next: Marker): boolean {
  return marker.series === next.series || (marker.series === 'word' && next.series === 'ordinal');
}

/** The next marker of the same kind before any heading. */
function successor(markers: readonly PlacedMarker[], index: number): PlacedMarker | undefined {
  const marker = markers[index]!;
  for (let next = index + 1; next < markers.length; next++) {
    const candidate = markers[next]!;
    if (isHeading(candidate)) return undefined;
    if (isAkin(marker, candidate)) return candidate;
  }
  return undefined;
}

/**
 * 抓好两件事：一是修路 promises a second point even where none comes.
 * A second 一是 keeps the promise in its own way: 一是天旱，一是缺水.
 */
function announces(text: string, marker: PlacedMarker, next: PlacedMarker | undefined): boolean {
  if (next?.paragraph === marker.paragraph) return false;
  return marker.series === 'is' && /[：:]/.test(text[marker.start - 1] ?? '');
}

/** ，首先是 and ，首先要 in the midst of a sentence say what matters most, and number nothing. */
function isAdverb(text: string, marker: PlacedMarker): boolean {
  return (
    marker.inline && marker.series === 'word' && marker.after === '' && /[，、]/.test(text[marker.start - 1] ?? '')
  );
}

function counts(
  marker: PlacedMarker,
  next: PlacedMarker | undefined,
  before: PlacedMarker | undefined,
  text: string,
): boolean {
  const isWord = marker.series === 'word';
  if (isAdverb(text, marker)) return false;
  if (!marker.inline && !isWord) return true;
  if (marker.number === 1) {
    if (next && next.number > 1 && (isWord || !next.inline || next.paragraph === marker.paragraph)) return true;
    return announces(text, marker, next);
  }
  if (!before) return !marker.inline && marker.number !== closingOf(marker);
  if (!marker.inline) return true;
  // Inside a paragraph a number far from the one before is a quotation of something else,
  // and one that goes on with nothing belongs to a list that was begun in other words: 首先是…，其次是…，三是….
  const step = marker.number - before.number;
  return before.paragraph === marker.paragraph ? step <= 3 : step === 1 || marker.number === closingOf(marker);
}

function closingOf({ series }: Marker): number | undefined {
  return seriesOf(series).closing;
}

/** 一要快，二是稳: who counts on with another word goes on with the same points. */
const OTHER_WORD: Partial<Record<SeriesId, SeriesId>> = { is: 'must', must: 'is', ordinal: 'word' };

function beforeInOtherWord(
  latest: ReadonlyMap<SeriesId, PlacedMarker>,
  marker: PlacedMarker,
): PlacedMarker | undefined {
  const other = OTHER_WORD[marker.series];
  const before = other && latest.get(other);
  if (marker.series === 'ordinal') return before;
  return before?.number === marker.number - 1 && before.paragraph === marker.paragraph ? before : undefined;
}

/**
 * The markers of a text that number something, in order. At the start of a line that is nearly every one;
 * a lone 首先，我代表… or 最后，祝大家… is not. Inside a paragraph a marker counts where a series shows: 一是…；二是….
 */
export function placedMarkers(paragraphs: readonly string[]): PlacedMarker[] {
  const markers = everyMarker(paragraphs);
  const kept: PlacedMarker[] = [];
  /** The last kept marker of each series after the last heading. */
  const latest = new Map<SeriesId, PlacedMarker>();
  markers.forEach((marker, index) => {
    const next = marker.number === 1 ? successor(markers, index) : undefined;
    const before = latest.get(marker.series) ?? beforeInOtherWord(latest, marker);
    if (!counts(marker, next, before, paragraphs[marker.paragraph] ?? '')) return;
    if (isHeading(marker)) latest.clear();
    latest.set(marker.series, marker);
    kept.push(marker);
  });
  return kept;
}
