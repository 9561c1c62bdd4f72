import { countNeeds } from '../../index/blocks/needs';
import { type CorpusView, isStop, type Segment, wholeSegments } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import type { DatedOccurrence } from '../../passages/countArticles';
import { normalisePhrase } from '../../passages/normalisePhrase';
import { visitOccurrences } from '../../passages/occurrences';
import { type Passage, passageAt } from '../../passages/passage';
import type { NeedsOf } from '../../passages/search/searchNeeds';
import { isHan } from '../../text/han';
import { isSentenceEnd } from '../../text/punctuation';
import type { Span } from '../../text/sentences';

/** Another wording between the same neighbours. */
export interface Variant {
  readonly text: string;
  /** Of so many articles, near-duplicates once, among the places looked at. */
  readonly articles: number;
  /** The newest of them. */
  readonly source: Passage;
}

/** Neighbours on both sides, widest first, in UTF-16 code units: the wider they agree, the better the wording fits. */
const CONTEXTS: readonly (readonly [left: number, right: number])[] = [
  [6, 4],
  [4, 4],
  [4, 2],
  [3, 3],
  [2, 4],
  [2, 2],
  [1, 4],
  [4, 1],
  [0, 4],
  [4, 0],
];
/** Chinese characters that the neighbours must have together: fewer fit everything. */
const FEWEST_HAN = 3;
/** So many are a choice: narrower neighbours are not asked any more. */
const ENOUGH = 8;
/** Places looked at for one pair of neighbours. */
const MOST_PLACES = 1500;
/** A wording is no longer, in UTF-16 code units. */
const LONGEST = 16;

interface Found {
  articles: Set<number>;
  newest: DatedOccurrence;
}

/**
 * What else stands where a wording of a line stands: `以项目建设为抓手` with 项目建设 marked gives 党建引领, 深化改革. Whole words by the
 * corpus's own cuts, within a clause, found between the widest equal neighbours first: narrower ones are asked only while there is no choice. Those of
 * most articles stand first, for one article may say anything; never the wording itself, nor what only adds to it.
 *
 * @param line of the draft, `span` the wording in it
 */
export function variants(view: CorpusView, line: string, span: Span, limit: number): Variant[] {
  const own = normalisePhrase(line.slice(span.start, span.end));
  const found = new Map<string, Found>();
  for (const { before, after } of neighboursOf(line, span)) {
    if (found.size >= Math.min(limit, ENOUGH)) break;
    for (const [text, more] of between(view, before, after)) {
      if (!text.includes(own)) found.set(text, joined(found.get(text), more));
    }
  }
  return [...found]
    .map(([text, { articles, newest }]) => ({
      text,
      articles: articles.size,
      source: passageAt(view, newest, text.length),
    }))
    .sort((a, b) => b.articles - a.articles || a.text.length - b.text.length || (a.text < b.text ? -1 : 1))
    .slice(0, limit);
}

/** Of one wording: what was found between some neighbours, and between others. */
const joined = (before: Found | undefined, more: Found): Found =>
  before
    ? {
        articles: new Set([...before.articles, ...more.articles]),
        newest: more.newest.date > before.newest.date ? more.newest : before.newest,
      }
    : more;

/** What stands on both sides of a wording, widest first. */
function neighboursOf(line: string, span: Span): { before: string; after: string }[] {
  return CONTEXTS.flatMap(([left, right]) => {
    if ((left === 0 && !isAtMark(line, span.start - 1)) || (right === 0 && !isAtMark(line, span.end))) return [];
    const before = normalisePhrase(inClause(line.slice(Math.max(0, span.start - left), span.start), 'last'));
    const after = normalisePhrase(inClause(line.slice(span.end, span.end + right), 'first'));
    const han = [...before, ...after].filter(character => isHan(character.charCodeAt(0))).length;
    return han < FEWEST_HAN ? [] : [{ before, after }];
  });
}

/**
 * What variants need of a library that is read on demand: the sorted lines behind what stands to the left. A row tells fifteen characters of each, so
 * that wordings of a few characters are found there, and longer ones where their text is here.
 */
export function variantNeeds(line: string, span: Span): NeedsOf {
  const heads = [...new Set(neighboursOf(line, span).map(({ before }) => before))];
  return segment => new Set(heads.flatMap(head => [...countNeeds(segment, head)]));
}

/** Where one side is not asked, the wording must begin or end its clause there, as what replaces it does. */
const isAtMark = (line: string, at: number): boolean => at < 0 || at >= line.length || isBoundary(line.charCodeAt(at));

/** The part of a context that belongs to the same sentence. */
function inClause(text: string, side: 'first' | 'last'): string {
  const pieces = text.split(/[。！？…\n]/);
  return pieces.at(side === 'last' ? -1 : 0)!;
}

function between(view: CorpusView, before: string, after: string): ReadonlyMap<string, Found> {
  // What is not all here comes last, and is sorted by what follows: there only the left side can be looked up.
  const whole = wholeSegments(view);
  const others = view.slice(whole.length);
  const fromLeft = after === '' || (before !== '' && countOccurrences(whole, before) <= countOccurrences(whole, after));
  const found = new Map<string, Found>();
  gather(whole, 0, found, { before, after, fromLeft });
  if (before !== '') gather(others, whole.length, found, { before, after, fromLeft: true });
  return found;
}

interface Neighbours {
  readonly before: string;
  readonly after: string;
  /** Which of them is looked up. */
  readonly fromLeft: boolean;
}

/** Adds what stands between them in some segments, the first of which has the number `base` in the view. */
function gather(
  segments: CorpusView,
  base: number,
  found: Map<string, Found>,
  { before, after, fromLeft }: Neighbours,
): void {
  visitOccurrences(segments, fromLeft ? before : after, MOST_PLACES, (segment, position, number) => {
    const article = segment.articleAt(position);
    if (segment.hasDead && segment.isDead(article)) return;
    const span = fromLeft
      ? fillerBehind(segment, position + before.length, after)
      : fillerBefore(segment, position, before);
    if (!span) return;
    const text = textOf(segment, span);
    const cluster = segment.cluster(article);
    const place = { segment: base + number, position: span.start, date: segment.packedDate(article) };
    const known = found.get(text);
    if (!known) return void found.set(text, { articles: new Set([cluster]), newest: place });
    known.articles.add(cluster);
    if (place.date > known.newest.date) known.newest = place;
  });
}

/** The text of a span, by code unit: a segment read on demand has no text in one piece. */
const textOf = (segment: Segment, { start, end }: Span): string =>
  String.fromCharCode(...Array.from({ length: end - start }, (_, i) => segment.codeAt(start + i)));

/** From a position to where `after` stands, or where nothing is asked of that side to the end of the clause. */
function fillerBehind(segment: Segment, start: number, after: string): Span | null {
  if (!segment.isWordStart(start)) return null;
  for (let end = start; end - start <= LONGEST; end++) {
    const code = segment.codeAt(end);
    const isEnd = isBoundary(code);
    if (end > start && segment.isWordStart(end) && (after === '' ? isEnd : startsWith(segment, end, after)))
      return { start, end };
    if (isEnd) return null;
  }
  return null;
}

function fillerBefore(segment: Segment, end: number, before: string): Span | null {
  if (!segment.isWordStart(end)) return null;
  for (let start = end; end - start <= LONGEST; start--) {
    const isStart = isBoundary(segment.codeAt(start - 1));
    const fits = before === '' ? isStart : startsWith(segment, start - before.length, before);
    if (start < end && segment.isWordStart(start) && fits) return { start, end };
    if (isStart) return null;
  }
  return null;
}

/** A wording stays within its clause; a list with 、 may be one. */
const isBoundary = (code: number): boolean => isStop(code) || isSentenceEnd(code) || CLAUSE_MARKS.has(code);
const CLAUSE_MARKS = new Set([...'，；：“”‘’（）《》—'].map(mark => mark.charCodeAt(0)));

function startsWith(segment: Segment, position: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (segment.codeAt(position + i) !== text.charCodeAt(i)) return false;
  return true;
}
