import { inlineMarkers, type Marker, nextMarker, parseMarker } from '../../outline/marker';
import { SPOKEN_LEVEL, seriesOf } from '../../outline/series';
import type { DraftTail } from '../draftTail';
import { BEHIND_COMMA, BEHIND_SEMICOLON, BEHIND_SENTENCE, type Correlative } from './correlatives';
import { dueNumbers } from './dueNumbers';

/** A word that the draft has promised: 二是 after 一是…；, 又要 after 既要…，. */
export interface NextMarker {
  readonly text: string;
  /** How often it stands there, where the draft is so far. */
  readonly probability: number;
  /** It begins a paragraph, and stands before all else. */
  readonly begins?: true;
}

const COMMAS = '，、';
const CLAUSE_START = /[^，、：；。！？]*$/;
const SENTENCE_START = /[^：；。！？]*$/;
/** How far from the beginning of its clause an opening may stand: 我们既要…. */
const LEAD_IN = 4;

/** What stands before the last mark, back to the one before: `…；既要快，|` gives 既要快. */
function lastStretch(line: string, start: RegExp): string {
  return start.exec(line.slice(-80, -1))![0];
}

function promised(stretch: string, correlatives: readonly Correlative[]): NextMarker[] {
  const [first] = correlatives.filter(({ opening }) => {
    const at = stretch.indexOf(opening);
    return at >= 0 && at <= LEAD_IN;
  });
  return correlatives
    .filter(({ opening }) => opening === first?.opening)
    .map(({ closing, probability }) => ({ text: closing, probability }));
}

function correlativesAt(line: string): NextMarker[] {
  const mark = line.at(-1)!;
  if (COMMAS.includes(mark)) return mark === '，' ? promised(lastStretch(line, CLAUSE_START), BEHIND_COMMA) : [];
  return promised(lastStretch(line, SENTENCE_START), mark === '；' ? BEHIND_SEMICOLON : BEHIND_SENTENCE);
}

/** How long a member is: behind a title comes what it means, behind a long one the next. UTF-16 code units. */
const TITLE = 12;
const SHORT = 40;

/** How often the next number comes where a member so far is `body`, its last mark included. Measured as the correlatives were. */
function probabilityBehind(body: string, { series }: Marker): number {
  const isFirst = !/[。；]/.test(body.slice(0, -1));
  if (body.endsWith('；')) return isFirst ? 0.95 : 0;
  if (series === 'is' || series === 'must') {
    if (isFirst) return body.length > SHORT ? 0.8 : body.length > TITLE ? 0.24 : 0;
    return body.length > SHORT ? 0.45 : 0;
  }
  return series === 'ordinal' || series === 'word' ? 0.18 : 0;
}

function numberAt(line: string): NextMarker[] {
  const first = parseMarker(line);
  const markers = [...(first ? [first] : []), ...inlineMarkers(line, first?.end ?? 0)];
  const last = markers.at(-1);
  // A line that begins with its number may stand in a list of lines, and be the only one of its kind in this one.
  if (!last || last.level < SPOKEN_LEVEL) return [];
  const text = nextMarker(last);
  const probability = probabilityBehind(line.slice(last.end), last) * (last === first ? LINE_SHARE : 1);
  if (text === null || probability === 0) return [];
  const closing = closingOf(last);
  return [
    { text, probability },
    ...(closing !== null && closing !== text ? [{ text: closing, probability: probability / 2 }] : []),
  ];
}
const LINE_SHARE = 0.25;

/** 最后， where 再次， may come. */
function closingOf(marker: Marker): string | null {
  const { closing, numerals } = seriesOf(marker.series);
  if (closing === undefined || marker.number < 2) return null;
  return marker.before + numerals.format(closing)! + marker.after;
}

/** Below a numbered part, so many of the paragraphs begin with a number that is due. */
const PARAGRAPH_SHARE = 0.15;

/** What the draft has promised to say next at the cursor, behind a mark: `既要抓早，|` → 又要, 也要. */
export function nextMarkers({ above, line }: DraftTail): NextMarker[] {
  if (line === '') return dueNumbers(above).map(text => ({ text, probability: PARAGRAPH_SHARE, begins: true }));
  if (!/[，、；。]$/.test(line)) return [];
  const number = /[；。]$/.test(line) ? numberAt(line) : [];
  return [...number, ...correlativesAt(line)].sort((a, b) => b.probability - a.probability);
}
