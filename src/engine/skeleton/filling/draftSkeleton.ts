import type { Steps } from '../../steps';
import { draftParts } from '../exemplar/draftParts';
import type { Exemplar } from '../exemplar/exemplar';
import { guidanceLine } from '../exemplar/roles';
import type { ExemplarFiller } from './exemplarFiller';
import type { SkeletonPart } from './fillParagraph';
import { skeletonSnippet } from './skeletonSnippet';

/** A stretch of an article: 0-based paragraphs, UTF-16 offsets, the end exclusive. */
export interface ArticleRange {
  readonly paragraph: number;
  readonly start: number;
  readonly endParagraph: number;
  readonly end: number;
}

/**
 * A whole article as the skeleton of a new draft, as snippet text: title, salutation, headings with their numbers, the wording that
 * speeches share; slots for what was its own; before each part one line of guidance (【提示·开场】…). Yields after each paragraph, so
 * that others are served in between.
 */
export function* draftSkeleton(exemplar: Exemplar, filler: ExemplarFiller): Steps<string> {
  const { paragraphs } = exemplar;
  const parts = new Map(draftParts(paragraphs).map(part => [part.paragraph, part]));
  const pieces: SkeletonPart[] = [...filler.fillTitle(), '\n', ...bylines(exemplar), '\n'];
  for (const [paragraph, text] of paragraphs.entries()) {
    const part = parts.get(paragraph);
    const guidance = part && `${guidanceLine(part.role)}\n`;
    if (guidance && !part.isHeading) pieces.push(guidance);
    if (text.trim() !== '') {
      for (const piece of filler.fill(paragraph)) pieces.push(piece);
      pieces.push('\n');
    }
    if (guidance && part.isHeading) pieces.push(guidance);
    yield;
  }
  return skeletonSnippet(pieces);
}

/** Who speaks and when stay lines below the title where the article had them. */
function bylines({ speaker, date }: Exemplar): SkeletonPart[] {
  const line = (name: string, text: string | null): SkeletonPart[] =>
    text === null ? [] : [{ gap: text, opening: text, particular: { name, isAlone: true } }];
  const who = line('讲话人', speaker);
  const when = line('日期', date);
  return [...who, ...(who.length > 0 ? ['\n'] : []), ...(when.length > 0 ? ['（', ...when, '）\n'] : [])];
}

/** A part of an article as a skeleton, as snippet text without guidance: what a node of its outline inserts. */
export function* rangeSkeleton(
  filler: ExemplarFiller,
  range: ArticleRange,
  paragraphs: readonly string[],
): Steps<string> {
  const pieces: SkeletonPart[] = [];
  const last = Math.min(range.endParagraph, paragraphs.length - 1);
  for (let paragraph = range.paragraph; paragraph <= last; paragraph++) {
    const start = paragraph === range.paragraph ? range.start : 0;
    const end = paragraph === range.endParagraph ? range.end : paragraphs[paragraph]!.length;
    if (pieces.length > 0) pieces.push('\n');
    for (const piece of filler.fill(paragraph, start, end)) pieces.push(piece);
    yield;
  }
  return skeletonSnippet(pieces);
}
