import { type CorpusView, isStop, type Segment } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import { normalisePhrase } from '../../passages/normalisePhrase';
import { layoutsOf, surroundings, visitOccurrences, visitReadable } from '../../passages/occurrences';
import { isSentenceEnd } from '../../text/punctuation';

/** A wording with gaps: its pieces, in order, none empty. `以*为抓手` → 以, 为抓手. */
export type GapPattern = readonly string[];

/** A gap is no longer, in UTF-16 code units: what stands farther apart has nothing to do with each other. */
const LONGEST_GAP = 16;
const GAP = /\s*[*＊]+\s*/;

/** Reads `以*为抓手`; without a star it is the wording itself. Empty where nothing is left to look for. */
export function parseGapPattern(typed: string): GapPattern {
  return typed.split(GAP).map(normalisePhrase).filter(Boolean);
}

/** A place of the pattern: positions [start, end) in the text of a segment. */
export interface PatternMatch {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

/** The places that were found, and of how many the sample is: `total / seen` times as many are to be expected. */
export interface PatternMatches {
  readonly matches: readonly PatternMatch[];
  readonly total: number;
  readonly seen: number;
}

/**
 * Where the view has a pattern, within a sentence each; the shortest gaps count. Its rarest piece is looked up, at most `most`
 * places of it, at equal strides where there are more, and the other pieces are sought around it. Dead articles are passed over. `layouts`: how many
 * libraries on demand are asked in all, where the view has but some of them.
 *
 *     matchPattern(view, ['以', '为抓手'], 1000) → 以项目建设为抓手, 以党建为抓手 …
 */
export function matchPattern(
  view: CorpusView,
  pattern: GapPattern,
  most: number,
  layouts = layoutsOf(view),
): PatternMatches {
  const [only, another] = pattern;
  if (only === undefined) return { matches: [], total: 0, seen: 0 };
  const matches: PatternMatch[] = [];
  const isDead = (segment: Segment, position: number) => segment.hasDead && segment.isDead(segment.articleAt(position));
  if (another === undefined) {
    const visit = visitOccurrences(view, only, most, (segment, start, number) => {
      if (!isDead(segment, start)) matches.push({ segment: number, start, end: start + only.length });
    });
    return { matches, ...visit };
  }
  let [anchor, backwards, forwards]: [string, GapPattern, GapPattern] = ['', [], []];
  let expected = 0;
  const anchorOf = (part: CorpusView) => {
    const rarest = rarestOf(part, pattern);
    [anchor, backwards, forwards] = [pattern[rarest]!, pattern.slice(0, rarest).reverse(), pattern.slice(rarest + 1)];
    return anchor;
  };
  const bounds = { most, around: reachOf(pattern), layouts };
  const visit = visitReadable(view, anchorOf, bounds, (segment, position, number, weight) => {
    if (isDead(segment, position)) return;
    const start = startOf(segment, position, backwards);
    const end = endOf(segment, position + anchor.length, forwards);
    if (start < 0 || end < 0) return;
    matches.push({ segment: number, start, end });
    expected += weight;
  });
  if (matches.length === 0) return { matches, ...visit };
  return { matches, total: expected, seen: matches.length };
}

/** How many of them each article has, near-duplicates together. */
export function timesMet(view: CorpusView, matches: readonly PatternMatch[]): { readonly times: number }[] {
  const clusters = new Map<number, { times: number }>();
  for (const { segment: number, start } of matches) {
    const segment = view[number]!;
    const cluster = segment.cluster(segment.articleAt(start));
    const met = clusters.get(cluster);
    if (met) met.times++;
    else clusters.set(cluster, { times: 1 });
  }
  return [...clusters.values()];
}

/** Number of the piece that stands most seldom. */
function rarestOf(view: CorpusView, pattern: GapPattern): number {
  const counts = pattern.map(piece => countOccurrences(view, piece));
  return counts.indexOf(Math.min(...counts));
}

/** What is looked at around a place of a piece, in UTF-16 code units. */
const reachOf = (pattern: GapPattern): number => pattern.reduce((sum, piece) => sum + piece.length + LONGEST_GAP, 0);

/** Places of the rarest piece in a library that is read on demand which are looked at: for each the text around it has to be here. */
export function patternSurroundings(
  segment: Segment,
  pattern: GapPattern,
  most: number,
): [start: number, end: number][] {
  const found: [start: number, end: number][] = [];
  visitOccurrences([segment], pattern[rarestOf([segment], pattern)]!, most, (_, position) => {
    found.push(surroundings(segment, position, reachOf(pattern)));
  });
  return found;
}

/** Where the last of the pieces starts, sought one after the other from `from` to the left; -1 where one is missing. A gap is never empty. */
function startOf(segment: Segment, from: number, pieces: GapPattern): number {
  let start = from;
  for (const piece of pieces) {
    const reach = segment.slice(Math.max(0, start - LONGEST_GAP - piece.length), start);
    const sentence = reach.slice(1 + lastBoundary(reach));
    const last = sentence.length - piece.length - 1;
    const at = last < 0 ? -1 : sentence.lastIndexOf(piece, last);
    if (at < 0) return -1;
    start -= sentence.length - at;
  }
  return start;
}

/** Where the last of the pieces behind `from` ends; -1 where one is missing. */
function endOf(segment: Segment, from: number, pieces: GapPattern): number {
  let end = from;
  for (const piece of pieces) {
    const reach = segment.slice(end, end + LONGEST_GAP + piece.length);
    const at = reach.indexOf(piece, 1);
    if (at < 0 || at > firstBoundary(reach)) return -1;
    end += at + piece.length;
  }
  return end;
}

const isBoundary = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return isStop(code) || isSentenceEnd(code);
};

function lastBoundary(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && !isBoundary(text, at)) at--;
  return at;
}

function firstBoundary(text: string): number {
  let at = 0;
  while (at < text.length && !isBoundary(text, at)) at++;
  return at;
}
