import { engineLimits } from '../../limits';
import { endsStep, type Steps } from '../../steps';
import { inlineMarkerSteps, type Marker, parseMarker, unannouncedFirst } from '../marker';
import { type SeriesId, seriesOf } from '../series';

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
  const latest = new Map<SeriesId, Marker>();
  return markers.flatMap(marker => {
    const isSecond = marker.number === 2 && (marker.series === 'is' || marker.series === 'must');
    const before = latest.get(marker.series);
    latest.set(marker.series, marker);
    if (!isSecond || before?.number === 1) return [marker];
    const first = unannouncedFirst(text, marker.series, before?.end ?? 0, marker.start);
    return first ? [first, marker] : [marker];
  });
}

/** Field by field: objects that are spread into others one by one have tables of their own, eight times as large. */
function placed(marker: Marker, paragraph: number, inline: boolean): PlacedMarker {
  const { series, number, level, start, end, before, numeral, after } = marker;
  return { series, number, level, start, end, before, numeral, after, paragraph, inline };
}

const { outlineMarkers: MOST } = engineLimits;

/** The first {@link MOST} of them. */
function* everyMarker(paragraphs: readonly string[]): Steps<PlacedMarker[]> {
  const found: PlacedMarker[] = [];
  for (const [paragraph, text] of paragraphs.entries()) {
    if (found.length >= MOST) break;
    const first = parseMarker(text);
    if (first) found.push(placed(first, paragraph, false));
    const inside = yield* inlineMarkerSteps(text, first?.end ?? 0, MOST - found.length);
    const all = withUnannounced(text, inside).sort((left, right) => left.start - right.start);
    for (const marker of all) found.push(placed(marker, paragraph, true));
    if (endsStep(paragraph)) yield;
  }
  return found;
}

/** Shorter texts cannot hold more: a marker inside a paragraph has a mark before it, one before a paragraph a line break. UTF-16 code units. */
const ROOM_FOR_MOST = MOST * 2;

/** The last number of a text that is read, where it has so many that the others are not. Null where all are. */
export function* lastReadMarkerSteps(paragraphs: readonly string[]): Steps<PlacedMarker | null> {
  const length = paragraphs.reduce((sum, text) => sum + text.length + 1, 0);
  if (length < ROOM_FOR_MOST) return null;
  const markers = yield* everyMarker(paragraphs);
  return markers.length < MOST ? null : markers.at(-1)!;
}

function isHeading(marker: PlacedMarker): boolean {
  return !marker.inline && marker.level <= HEADING_LEVEL;
}

/**
 * For each marker the next one of its kind before any heading; 第三 goes on after 首先, if not well. One pass from the end,
 * for a line may hold thousands.
 */
function successors(markers: readonly PlacedMarker[]): (PlacedMarker | undefined)[] {
  const next = new Map<SeriesId, PlacedMarker>();
  /** The nearer of the next 其次 and the next 第二. */
  let nextWord: PlacedMarker | undefined;
  const found: (PlacedMarker | undefined)[] = new Array(markers.length);
  for (let index = markers.length - 1; index >= 0; index--) {
    const marker = markers[index]!;
    found[index] = marker.series === 'word' ? nextWord : next.get(marker.series);
    if (isHeading(marker)) {
      next.clear();
      nextWord = undefined;
    } else {
      next.set(marker.series, marker);
      if (marker.series === 'word' || marker.series === 'ordinal') nextWord = marker;
    }
  }
  return found;
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
export function* placedMarkerSteps(paragraphs: readonly string[]): Steps<PlacedMarker[]> {
  const markers = yield* everyMarker(paragraphs);
  const following = successors(markers);
  const kept: PlacedMarker[] = [];
  /** The last kept marker of each series after the last heading. */
  const latest = new Map<SeriesId, PlacedMarker>();
  for (const [index, marker] of markers.entries()) {
    if (endsStep(index)) yield;
    const next = marker.number === 1 ? following[index] : undefined;
    const before = latest.get(marker.series) ?? beforeInOtherWord(latest, marker);
    if (!counts(marker, next, before, paragraphs[marker.paragraph] ?? '')) continue;
    if (isHeading(marker)) latest.clear();
    latest.set(marker.series, marker);
    kept.push(marker);
  }
  return kept;
}
