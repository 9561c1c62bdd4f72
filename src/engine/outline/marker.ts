import { endsStep, finish, type Steps } from '../steps';
import { type Form, formGuard, literal, SERIES, type Series, type SeriesId, seriesOf } from './series';

/** A numbering marker in a line of text, such as the `（二）` of `（二）突出重点`. */
export interface Marker {
  readonly series: SeriesId;
  /** 1-based; 最后 counts as the 4th word of its series, though it may end a shorter one. */
  readonly number: number;
  /** Customary level, 1 for 一、 to 6 for 一是; see `Series.level`. */
  readonly level: number;
  /** UTF-16 offset of the marker in its line, behind any indentation. */
  readonly start: number;
  /** UTF-16 offset of the text behind the marker. */
  readonly end: number;
  /** The marker's three parts as written: `（`, `二`, `）`. */
  readonly before: string;
  readonly numeral: string;
  readonly after: string;
}

/** Layout before a marker: blanks, and what Markdown puts before a heading. */
export const INDENT = '[ \\t　]*(?:#{1,6} +)?(?:\\*\\*)?';

/** A marker inside a paragraph follows punctuation. */
export const BREAK = '[。；：，、！？;:—…”）]';

/** A form around any numeral of its series. */
function formPattern(series: Series, form: Form): RegExp {
  const { before, after } = form;
  const source = `${literal(before)}(${series.numerals.pattern})${literal(after)}${formGuard(series, form)}`;
  return new RegExp(source, 'y');
}

interface Reader {
  readonly series: Series;
  readonly form: Form;
  readonly pattern: RegExp;
}

/** Some readers, and what a marker of any of them begins with: at most places one look tells that there is none. */
interface Readers {
  readonly all: readonly Reader[];
  readonly beginning: RegExp;
}

function readersOf(all: readonly Reader[]): Readers {
  const beginnings = all.map(
    ({ series: { numerals }, form: { before } }) => literal(before) || `(?:${numerals.pattern})`,
  );
  return { all, beginning: new RegExp([...new Set(beginnings)].join('|'), 'y') };
}

const readers = readersOf(
  SERIES.flatMap(series => series.forms.map(form => ({ series, form, pattern: formPattern(series, form) }))),
);
const inlineReaders = readersOf(readers.all.filter(({ series }) => series.inline));
/** Those of each series. */
const seriesReaders = new Map(
  SERIES.map(({ id }) => [id, readersOf(readers.all.filter(({ series }) => series.id === id))]),
);

/** Made when first wanted, and so many kept: a text may count to ten thousand, and each takes a kilobyte and a half. */
const guards = new Map<string, RegExp>();
const MOST_GUARDS = 500;

function passesGuard(series: Series, value: number, text: string, offset: number): boolean {
  const key = `${series.id} ${value}`;
  let guard = guards.get(key);
  if (!guard) {
    guard = new RegExp(series.guard(value), 'y');
    if (guards.size >= MOST_GUARDS) guards.clear();
    guards.set(key, guard);
  }
  guard.lastIndex = offset;
  return guard.test(text);
}

function readAt(text: string, offset: number, { all, beginning }: Readers): Marker | null {
  beginning.lastIndex = offset;
  if (!beginning.test(text)) return null;
  for (const { series, form, pattern } of all) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, numeral] = match as unknown as [string, string];
    const number = series.numerals.parse(numeral);
    const end = offset + whole.length;
    if (number === null || !passesGuard(series, number, text, end)) continue;
    // What stands around the numeral is the form's own: thousands of markers share it.
    const { before, after } = form;
    return { series: series.id, number, level: series.level, start: offset, end, before, numeral, after };
  }
  return null;
}

const indent = new RegExp(INDENT, 'y');

/**
 * The marker a line begins with, or null: `　　二是抓落实` gives series `is`, number 2, start 2, end 4.
 * Lookalikes are no markers: `1.5亿元`, `2023.`, `一是一，二是二`, `第一书记`, `一要素`, `三、四线城市`.
 */
export function parseMarker(line: string): Marker | null {
  indent.lastIndex = 0;
  return readAt(line, indent.exec(line)?.[0].length ?? 0, readers);
}

/** Half-width commas and blanks too: 几个方面, 第一，…. */
const breaks = new RegExp(`(?:${BREAK}|,)[ \\t　]*`, 'g');

/** Every marker behind punctuation inside `text` from `offset` on; whether they form a series is for the caller to see. */
export function inlineMarkers(text: string, offset: number): Marker[] {
  return finish(inlineMarkerSteps(text, offset));
}

/** {@link inlineMarkers} a little at a time, and `most` of them: a line may be as long as a book. */
export function* inlineMarkerSteps(text: string, offset: number, most = Number.POSITIVE_INFINITY): Steps<Marker[]> {
  const found: Marker[] = [];
  let from = offset;
  for (let looks = 0; found.length < most; looks++) {
    // Set anew at each look: between two steps another text may have been looked through.
    breaks.lastIndex = from;
    const match = breaks.exec(text);
    if (!match) break;
    from = match.index + match[0].length;
    const marker = readAt(text, from, inlineReaders);
    if (marker) {
      found.push(marker);
      from = marker.end;
    }
    if (endsStep(looks)) yield;
  }
  return found;
}

/**
 * The last 一是 or 一要 between `from` and `limit` that no punctuation announces: 原因|一是路远，二是车少. Null if there is none.
 * 统一是 and 唯一要 hold none, as far as one can see; that a 二是 follows is for the caller to know.
 */
export function unannouncedFirst(text: string, series: SeriesId, from: number, limit: number): Marker | null {
  const reading = seriesReaders.get(series)!;
  for (let offset = limit - 1; offset >= Math.max(1, from); offset--) {
    if (text[offset] !== '一') continue;
    const marker = /[统唯单同专划归不第万]/.test(text[offset - 1]!) ? null : readAt(text, offset, reading);
    if (marker?.number === 1 && marker.end <= limit) return marker;
  }
  return null;
}

/** The marker as written: `（二）`. */
export function markerText({ before, numeral, after }: Marker): string {
  return before + numeral + after;
}

/** The marker with another number, everything else as written. Null when its numerals do not reach so far (㊿, 最后). */
export function withNumber(marker: Marker, number: number): string | null {
  const numeral = seriesOf(marker.series).numerals.format(number, marker.numeral);
  return numeral === null ? null : marker.before + numeral + marker.after;
}

/** What follows in the series: `一是` → `二是`, `（九）` → `（十）`, `再次，` → `最后，`. Null after 最后 and ㊿. */
export function nextMarker(marker: Marker): string | null {
  return withNumber(marker, marker.number + 1);
}
