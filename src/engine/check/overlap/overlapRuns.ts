import { ARTICLE_END, type CorpusView, GARBLED, type Segment } from '../../index/segment';
import type { Occurrence } from '../../passages/occurrences';
import { type Span, splitClauses } from '../../text/sentences';
import { isLetter } from '../draft/letters';
import type { CommonIn } from './commonOnDemand';
import { type CommonFrom, commonPieces } from './commonPieces';
import { type Counting, longestMatches } from './matches';
import { ANYTHING, type MayStand } from './mayStand';
import { type Holder, holdsPiece } from './seedPlaces';
import { knownStretches, type TriedPiece } from './windows';

/** What counts as taken over. */
export interface OverlapOptions extends Counting {
  /** The day the draft was written on last, ISO 8601. */
  readonly writtenOn?: string | undefined;
  /** Characters of a run at least, marks within it included. */
  readonly least: number;
  /** A wording which so many articles have is nobody's own. */
  readonly many: number;
  /** What libraries that are read on demand say of that, beside the view. */
  readonly common?: CommonIn | undefined;
}

/** What counts where the writer says nothing: characters of a run, and articles. */
export const OVERLAP_DEFAULTS = { least: 13, many: 5 } as const;

/** What a line has in common with the corpus: depends on its text and the view alone, so it can be remembered. */
export interface LineMatches {
  readonly pieces: readonly FoundStretch[];
  /** Wordings of many articles that are as long as a run. */
  readonly common: readonly Span[];
  /** Of its set phrases: how far one goes. */
  readonly commonFrom: CommonFrom;
}

/** A stretch of a line that stands, letter for letter and mark for mark, at these places of the corpus. */
interface FoundStretch extends Span {
  readonly places: readonly (Occurrence & { readonly cluster: number })[];
}

/** Shorter clauses are too many to be told apart by. */
const LEAST_CLAUSE = 7;
/** Articles that are told of one stretch: the one that gave most is looked for among them. */
const MOST_PLACES = 12;
/** A clause that more articles have leads nowhere. */
const MOST_OF_CLAUSE = 8;

/** Looks a line up. `mayStand` tells what of it need not be looked for. */
export function lineMatches(
  view: CorpusView,
  text: string,
  options: OverlapOptions,
  mayStand: MayStand = ANYTHING,
): LineMatches {
  const whole = { start: 0, end: text.length };
  const tried: TriedPiece[] = [];
  const absent: Span[][] = view.map(() => []);
  const known = knownStretches(view, text, whole, options.least, 1, options, { tried, absent, mayStand });
  const placesOf = ({ start, end }: Span, most: number) =>
    longestMatches(view, text, start, end, end - start, most, {
      ...options,
      isAsked: segment => mayStand(segment, start, end) && !holdsPiece(absent[segment]!, start, end),
    });
  const pieces: FoundStretch[] = known.map(({ start, end, holders }) => ({
    start,
    end,
    places: holders ? ofArticles(holders, MOST_PLACES) : placesOf({ start, end }, MOST_PLACES),
  }));
  // Where marks or line breaks differ, whole clauses are in step again; the run is grown from them.
  for (const clause of splitClauses(text)) {
    let { start, end } = clause;
    while (start < end && !isLetter(text.charCodeAt(start))) start++;
    while (end > start && !isLetter(text.charCodeAt(end - 1))) end--;
    if (end - start < Math.min(LEAST_CLAUSE, options.least)) continue;
    if (known.some(piece => piece.start <= start && end <= piece.end)) continue;
    const places = placesOf({ start, end }, MOST_OF_CLAUSE + 1);
    if (places.length > 0 && places.length <= MOST_OF_CLAUSE) pieces.push({ start, end, places });
  }
  const common = known.flatMap(({ start, end }) =>
    knownStretches(view, text, { start, end }, options.least, options.many, options, { known: tried, mayStand }).map(
      ({ start, end }) => ({ start, end }),
    ),
  );
  return { pieces, common, commonFrom: commonPieces(view, text, options.many, options, mayStand) };
}

/** One place of each article, of as many as `most`. */
function ofArticles(holders: readonly Holder[], most: number): Holder[] {
  const clusters = new Set<number>();
  return holders.filter(({ cluster }) => clusters.size < most && !clusters.has(cluster) && clusters.add(cluster));
}

/** A stretch of a draft that stands in an article, and where; offsets in the lines joined by `\n`. */
export interface Run extends Span, Occurrence {
  readonly cluster: number;
  /** Position in the segment at which the article's wording ends; marks in it may differ. */
  readonly endPosition: number;
}

/** Grows a piece of the text to both sides as far as the letters are the same; marks, blanks and line breaks may differ. */
export function grownRun(view: CorpusView, text: string, piece: Span, place: Occurrence & { cluster: number }): Run {
  const segment = view[place.segment]!;
  const right = grow(segment, text, piece.end, place.position + piece.end - piece.start, 1);
  const left = grow(segment, text, piece.start - 1, place.position - 1, -1);
  return {
    start: left.at + 1,
    end: right.at,
    segment: place.segment,
    position: left.position + 1,
    endPosition: right.position,
    cluster: place.cluster,
  };
}

/** The first place of text and segment, walking by `step`, that is behind all letters that are the same. */
function grow(segment: Segment, text: string, at: number, position: number, step: 1 | -1) {
  let grown = { at, position };
  let [i, j] = [at, position];
  for (;;) {
    while (i >= 0 && i < text.length && !isLetter(text.charCodeAt(i))) i += step;
    let code = segment.codeAt(j);
    while (code !== ARTICLE_END && code !== GARBLED && code >= 0 && !isLetter(code)) {
      j += step;
      code = segment.codeAt(j);
    }
    if (i < 0 || i >= text.length || code !== text.charCodeAt(i)) return grown;
    i += step;
    j += step;
    grown = { at: i, position: j };
  }
}
