import { isRelatedHeading } from '../../../engine/article/furniture/furniture';
import { isProse, proseHan } from './htmlDensest';

/** The text Readability finds is believed unless it leaves out more than this share of the prose that stands with it. */
const SHARE_OF_SPAN = 0.8;
/** So many lines that are no prose may stand between two of an article: a heading, a caption. */
const LONGEST_GAP = 2;
/** Lines above and below the prose that may be of the article: its title, date and speaker, who signed it. */
const EDGE_LINES = 8;
/** What a list of other articles shows of each is cut off. */
const CUT_OFF = /(?:\.{3}|…)$/;

/**
 * The text of a page: what Readability found, or more of the densest block where it left out lines that stand among its lines or
 * next to them. Other articles, comments and teasers of the same block stand apart: below a heading of their own, or with names
 * and counters between them. Both texts have a block a line.
 *
 * @example articleText(readable, densest)
 */
export function articleText(readable: string, densest: string): string {
  if (readable === '') return densest;
  const span = spanOf(readable, densest);
  if (span === null) return proseHan(readable) >= proseHan(densest) * SHARE_OF_SPAN ? readable : densest;
  return proseHan(readable) >= proseHan(span) * SHARE_OF_SPAN ? readable : span;
}

/** The lines of the densest block from the first that Readability has to the last, and what goes on from there. */
function spanOf(readable: string, densest: string): string | null {
  const found = new Set(readable.split('\n'));
  const lines = densest.split('\n');
  const known = lines.flatMap((line, index) => (isProse(line) && found.has(line) ? [index] : []));
  if (known.length === 0) return null;
  const first = goesTo(lines, known[0]!, -1);
  const last = goesTo(lines, known.at(-1)!, 1);
  return lines.slice(edge(lines, first, -1), edge(lines, last, 1) + 1).join('\n');
}

/** The last line of prose that the article reaches from a line, up (-1) or down (1). */
function goesTo(lines: readonly string[], from: number, step: 1 | -1): number {
  let reached = from;
  for (let at = from + step; at >= 0 && at < lines.length && Math.abs(at - reached) <= LONGEST_GAP + 1; at += step) {
    const line = lines[at]!;
    if (isRelatedHeading(line)) break;
    if (isProse(line) && !CUT_OFF.test(line)) reached = at;
  }
  return reached;
}

/** Some lines more, up to a heading of other articles or the end. */
function edge(lines: readonly string[], from: number, step: 1 | -1): number {
  let at = from;
  while (Math.abs(at - from) < EDGE_LINES && isOfArticle(lines[at + step])) at += step;
  return at;
}

function isOfArticle(line: string | undefined): boolean {
  return line !== undefined && !isRelatedHeading(line);
}
