import type { Clause, Source } from '../parallel/clause';
import { cutClauses, sentencesOf } from '../parallel/cutClauses';
import type { Frame } from '../parallel/frame';
import { createMatcher } from '../parallel/matchTokens';
import { type MemberSpan, type Parallelism, strengthOf } from '../parallel/parallelism';
import type { Unit } from '../parallel/unit';
import { finish, type Steps } from '../steps';
import { describe } from './describe';
import { mineClauseSteps } from './mineClauses';
import { mineNumbered } from './mineNumbered';
import { minePairs } from './minePairs';
import { mineParagraphs, mineSentences } from './mineSentences';
import { joinEqual } from './sameFrame';

/** What the miner takes for a frame, and what it knows of words. */
export interface MineOptions {
  /**
   * Also correlative pairs that the article has only once: {@link mergeFrames} needs them, for a pair
   * is a frame of the corpus where several articles have it. Default false: no frame without two instances.
   */
  readonly single?: boolean;
  /** Does a word begin at this UTF-16 offset of a paragraph (0-based)? Without it, frames are cut by characters and function words. */
  readonly isWordStart?: (paragraph: number, offsetUtf16: number) => boolean;
}

/** Structures over this much of one another are the same one seen twice. */
const SAME_TEXT = 0.5;

/**
 * The frames of one article, by its paragraphs: parallel structure of the surface, strongest first. Where two overlap, the one
 * that explains more of the text stays. Work grows with the length of the text, whatever is in it.
 */
export function mineFrames(paragraphs: readonly string[], options: MineOptions = {}): Frame[] {
  return finish(mineFrameSteps(paragraphs, options));
}

/** {@link mineFrames} a little at a time. */
export function* mineFrameSteps(
  paragraphs: readonly string[],
  { single = false, isWordStart }: MineOptions = {},
): Steps<Frame[]> {
  const sources = paragraphs.map((source, paragraph): Source => {
    return { paragraph, source, isWordStart: isWordStart && (offset => isWordStart(paragraph, offset)) };
  });
  const match = createMatcher();
  // Lists of lists: a text may hold more structures than a call takes arguments.
  const found: Parallelism[][] = [yield* mineNumbered(sources, match), minePairs(paragraphs, single ? 1 : 2)];
  const openings: Unit[] = [];
  for (const place of sources) {
    const sentences = sentencesOf(cutClauses(place, 2));
    if (sentences[0]) openings.push({ ...place, clauses: sentences[0] });
    found.push(yield* mineSentences(place, sentences, match));
    for (const clauses of sentences) {
      // A paragraph of a thousand short sentences is long, too.
      yield;
      if (clauses.length > 1) found.push(yield* mineClauseSteps(place, clauses, match));
      const parts = enumerated(place, clauses);
      if (parts.length > clauses.length) found.push(yield* mineClauseSteps(place, parts, match));
    }
  }
  found.push(yield* mineParagraphs(openings, match));
  const frames: Frame[] = [];
  for (const one of yield* strongest(paragraphs, found.flat())) {
    frames.push(describe(paragraphs, one, frames.length));
    yield;
  }
  return joinEqual(frames);
}

/** A sentence cut at its enumeration commas, too. */
function enumerated(place: Source, clauses: readonly Clause[]): Clause[] {
  return clauses.some(({ text }) => text.includes('、'))
    ? cutClauses(place, 1, clauses[0]!.start, clauses.at(-1)!.end)
    : [];
}

/** The strongest of the structures that overlap. */
function* strongest(paragraphs: readonly string[], found: readonly Parallelism[]): Steps<Parallelism[]> {
  const covered = new Map<number, Uint8Array>();
  const isTaken = ({ paragraph, start, end }: MemberSpan) => {
    const own = covered.get(paragraph)?.subarray(start, end);
    return own ? own.reduce((sum, one) => sum + one, 0) > (end - start) * SAME_TEXT : false;
  };
  const take = ({ paragraph, start, end }: MemberSpan) => {
    const own = covered.get(paragraph) ?? new Uint8Array(paragraphs[paragraph]!.length);
    covered.set(paragraph, own.fill(1, start, end));
  };
  const taken: Parallelism[] = [];
  const byStrength = found
    .map((one, order) => ({ one, order, strength: strengthOf(one) }))
    .sort((a, b) => b.strength - a.strength || a.order - b.order);
  for (const { one } of byStrength) {
    yield;
    if (one.spans.filter(isTaken).length * 2 > one.spans.length) continue;
    one.spans.forEach(take);
    taken.push(one);
  }
  return taken;
}
