import { finish, type Steps } from '../../steps';
import { withoutTrailing } from '../../text/withoutTrailing';
import { applyEdits, type Edit } from '../edit';
import { BREAK, type Marker, nextMarker, parseMarker } from '../marker';
import { outlineSteps, walkOutline } from '../outline';
import { renumberBehindGone, renumberBehindNew } from '../renumbering/renumberBehind';
import { literal } from '../series';
import { isBlank } from '../title';
import { type EnterMode, type Habit, isListItem, type Signs, signsOfDraft, signsOfLine } from './goesOn';

/** Regular expression source: behind punctuation stands the marker that would be next, so the series goes on within this line. */
function memberInside(next: string): string {
  return `${BREAK}${literal(next.replace(/[，：,]$/, '').trimEnd())}`;
}

function textBehind(line: string, marker: Marker): string {
  return withoutTrailing(line.slice(marker.end).replace(/^\*+/, ''), '*').trim();
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
function* hasMoreBelow(paragraphs: readonly string[], paragraph: number): Steps<boolean> {
  for (const { node } of walkOutline(yield* outlineSteps(paragraphs))) {
    if (node.paragraph === paragraph && !node.inline) return node.endParagraph > paragraph;
  }
  return false;
}

/** What an Enter has still to do, in the lines there were after it. Deleted lines are counted before the edits. */
export interface EnterEdits {
  readonly edits: readonly Edit[];
  /** This line goes with its line break: a marker without text, whose list is at its end. */
  readonly deletedLine: number | null;
  /** The number that it writes on the new line, and nothing else stands there: `　　二是`. */
  readonly numbered: string | null;
}

const NOTHING: EnterEdits = { edits: [], deletedLine: null, numbered: null };

/** How the writer wants it, and what the corpus knows. */
export interface EnterOptions {
  /** `lists` by default. */
  readonly mode?: EnterMode;
  /** How the articles of the corpus go on behind a line that begins with this marker; asked only where it decides. */
  readonly corpusHabit?: (marker: Marker, form: Signs['form']) => Habit;
}

/**
 * What an Enter has still to do, where `lines` are the text after it and `at` is the new line:
 *
 * - `二是⏎|` takes the marker away: the list is at its end, and those behind it close up;
 * - `一是快。⏎|` begins the next item, 二是, and counts those behind it on: but only where the line is an item of a list;
 * - `一、heading⏎|` is left alone: the new line is for the text under the heading.
 */
export function afterEnter(lines: readonly string[], at: number, options: EnterOptions = {}): EnterEdits {
  return finish(afterEnterSteps(lines, at, options));
}

/** {@link afterEnter} a little at a time. */
export function* afterEnterSteps(lines: readonly string[], at: number, options: EnterOptions = {}): Steps<EnterEdits> {
  const { mode = 'lists' } = options;
  const above = lines[at - 1];
  const line = lines[at];
  if (mode === 'off' || above === undefined || line === undefined || !isBlank(line)) return NOTHING;
  const marker = parseMarker(above);
  if (!marker) return NOTHING;
  if (endsList(above)) {
    if (marker.number === 1) return NOTHING;
    const text = lines.with(at - 1, '');
    return { ...NOTHING, edits: yield* renumberBehindGone(text, at, marker), deletedLine: at - 1 };
  }
  const next = continueList(above);
  if (next === null || (yield* hasMoreBelow(lines.toSpliced(at, 1), at - 1))) return NOTHING;
  if (mode === 'lists' && !isListItem(yield* signsOf(lines, at, marker, options))) return NOTHING;
  const written = { paragraph: at, start: 0, end: line.length, text: next };
  return {
    edits: [written, ...(yield* renumberBehindNew(applyEdits(lines, [written]), at))],
    deletedLine: null,
    numbered: next,
  };
}

function* signsOf(lines: readonly string[], at: number, marker: Marker, { corpusHabit }: EnterOptions): Steps<Signs> {
  const own = signsOfLine(lines[at - 1]!, marker);
  const shown = yield* signsOfDraft(lines.slice(0, at), marker);
  const behind = parseMarker(lines.slice(at + 1).find(line => !isBlank(line)) ?? '');
  // Amid a list no member is the last.
  const isLast = shown.isLast && behind?.series !== marker.series;
  const isAsked = !isLast && shown.draft === 'unclear' && !own.isOpen;
  return {
    ...own,
    draft: shown.draft,
    isLast,
    corpus: isAsked ? (corpusHabit?.(marker, own.form) ?? 'unclear') : 'unclear',
  };
}
