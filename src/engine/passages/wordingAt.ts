import type { CorpusView, Segment } from '../index/segment';
import { withEdits } from '../text/edits';
import { fullWidthEdits } from '../text/fullWidth';
import { isSentenceEnd } from '../text/punctuation';
import { hasTraditional, toSimplified } from '../text/script';
import { matchLength } from './matchLength';
import { type Occurrence, visitOccurrences } from './occurrences';
import { trimToWords } from './trimToWords';
import type { Stretch } from './wordTokens';

/** A wording of a line that the corpus has: `line.slice(start, end)`. */
export interface Wording extends Stretch {
  /** As the corpus writes it: with full-width punctuation, in simplified script. */
  readonly text: string;
}

/** Which articles count as having a wording. */
export interface WordingOptions {
  /** Only what articles outside this cluster have: for reading inside the corpus. */
  readonly exceptCluster?: number;
}

/** How far to both sides of the position a wording may reach, in UTF-16 code units. */
const REACH = 80;
/** So much of the line on both sides is brought into the form of the corpus: what a mark there means depends on its neighbours. */
const AROUND = 1_000;
/** Occurrences that are looked at to find one that counts, and to find where words begin. */
const LOOK = 48;

/**
 * The longest wording around a position in a line that the corpus knows, in whole words, two at least.
 * `要扑下身|子抓落实见成效` → `扑下身子抓落实`. Over 、 and ， go whole clauses only: `守初心、担使命`, never `工作，部署`. No sentence
 * end is crossed. Null where nothing is known.
 */
export function wordingAt(view: CorpusView, line: string, at: number, options: WordingOptions = {}): Wording | null {
  const from = Math.max(0, at - AROUND);
  const text = inCorpusForm(line.slice(from, at + AROUND));
  const inside = wordPosition(text, at - from);
  if (inside < 0) return null;
  const bounds = sentenceBounds(text, inside);
  let best: Stretch | null = null;
  for (const { start, end } of longestStretches(view, text, inside, bounds, options)) {
    if (best && end - start <= best.end - best.start) break;
    const whole = wholeClauses(text, { start, end }, inside);
    if (best && whole.end - whole.start <= best.end - best.start) continue;
    const trimmed = inWords(view, text, whole, inside, options);
    if (trimmed && (!best || trimmed.end - trimmed.start > best.end - best.start)) best = trimmed;
  }
  return best && { start: from + best.start, end: from + best.end, text: text.slice(best.start, best.end) };
}

/** The line as the corpus would write it, unit for unit, so that positions stay. */
function inCorpusForm(line: string): string {
  const text = hasTraditional(line) ? toSimplified(line) : line;
  return withEdits(
    text,
    fullWidthEdits(text).filter(edit => edit.text.length === edit.end - edit.start),
  );
}

/** A pointer is between two characters: the one behind it counts, or else the one before it. -1 if neither is in a word. */
function wordPosition(text: string, at: number): number {
  const inWord = (position: number) => /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(position) ?? 0));
  return [at, at - 1].find(position => position >= 0 && position < text.length && inWord(position)) ?? -1;
}

function sentenceBounds(text: string, inside: number): Stretch {
  let start = inside;
  while (start > 0 && start > inside - REACH && !isSentenceEnd(text.charCodeAt(start - 1))) start--;
  let end = inside;
  while (end < text.length && end < inside + REACH && !isSentenceEnd(text.charCodeAt(end))) end++;
  return { start, end };
}

/**
 * All stretches around `inside` that the corpus has and that grow to neither side, longest first.
 * Going left, the right end can only come nearer: one pass with two pointers finds them all.
 */
function longestStretches(
  view: CorpusView,
  text: string,
  inside: number,
  bounds: Stretch,
  options: WordingOptions,
): Stretch[] {
  const stretches: Stretch[] = [];
  let end = bounds.end;
  for (let start = inside; start >= bounds.start; start--) {
    const reach = knownEnd(view, text, start, end, inside, options);
    if (reach <= inside) break;
    if (reach === end && start < inside) stretches.pop();
    stretches.push({ start, end: reach });
    end = reach;
  }
  return stretches.sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** Between clauses. */
const MARK = /[，、；：]/;

/**
 * The stretch without the clauses at its ends that it has only a part of; where the position is in such a one, that part alone.
 */
function wholeClauses(text: string, { start, end }: Stretch, inside: number): Stretch {
  const isMark = (at: number) =>
    at < 0 || at >= text.length || MARK.test(text[at]!) || isSentenceEnd(text.charCodeAt(at));
  const firstMark = () => {
    for (let at = start; at < end; at++) if (isMark(at)) return at;
    return end;
  };
  const lastMark = () => {
    for (let at = end - 1; at >= start; at--) if (isMark(at)) return at;
    return start - 1;
  };
  let from = start;
  let to = end;
  if (firstMark() < end && !isMark(start) && !isMark(start - 1)) {
    if (inside < firstMark()) return { start, end: firstMark() };
    from = firstMark() + 1;
  }
  if (lastMark() >= from && !isMark(end - 1) && !isMark(end)) {
    if (inside > lastMark()) return { start: Math.max(from, lastMark() + 1), end };
    to = lastMark();
  }
  return { start: from, end: Math.max(to, from) };
}

/** How far the corpus has the text from `start` on, at most up to `end`. At most `inside` where it does not reach beyond it. */
function knownEnd(
  view: CorpusView,
  text: string,
  start: number,
  end: number,
  inside: number,
  options: WordingOptions,
): number {
  const reach = start + Math.max(0, ...view.map(segment => matchLength(segment, text, start, end)));
  if (options.exceptCluster === undefined && !view.some(segment => segment.hasDead)) return reach;
  // Some occurrences do not count. Who has a text has every shorter one: halve.
  let known = inside;
  let tried = reach;
  for (let unknown = reach + 1; tried > known; tried = known + ((unknown - known) >> 1)) {
    if (counting(view, text.slice(start, tried), options).length > 0) known = tried;
    else unknown = tried;
  }
  return known;
}

/** Some places of the text in articles that count. */
function counting(view: CorpusView, text: string, { exceptCluster }: WordingOptions): Occurrence[] {
  const places: Occurrence[] = [];
  visitOccurrences(view, text, LOOK, (segment, position, number) => {
    if (counts(segment, position, exceptCluster)) places.push({ segment: number, position });
  });
  return places;
}

function counts(segment: Segment, position: number, exceptCluster: number | undefined): boolean {
  if (exceptCluster === undefined && !segment.hasDead) return true;
  const article = segment.articleAt(position);
  if (segment.isDead(article)) return false;
  return exceptCluster === undefined || segment.cluster(article) !== exceptCluster;
}

/** The longest whole words that any place of the stretch gives. */
function inWords(
  view: CorpusView,
  text: string,
  { start, end }: Stretch,
  inside: number,
  options: WordingOptions,
): Stretch | null {
  let best: Stretch | null = null;
  for (const { segment, position } of counting(view, text.slice(start, end), options)) {
    const trimmed = trimToWords(view[segment]!, position, end - start, inside - start);
    if (trimmed && (!best || trimmed.end - trimmed.start > best.end - best.start)) best = trimmed;
  }
  return best && { start: start + best.start, end: start + best.end };
}
