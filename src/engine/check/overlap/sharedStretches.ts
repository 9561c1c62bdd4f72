import type { BlockSegment } from '../../index/blocks/blockSegment';
import { addPages, countNeeds } from '../../index/blocks/needs';
import { ROW_CODES } from '../../index/blocks/rows';

/** How a text is compared with a library that is read on demand. */
export interface SharedOptions {
  /** Code units of a stretch at least. */
  readonly least: number;
  /** Code units between two seeds: up to `strideOf(least)` every stretch is found, beyond it only longer ones surely. */
  readonly stride: number;
}

/** A stretch that the text shares with an article. */
export interface SharedStretch {
  /** Offset in the text. */
  readonly at: number;
  readonly article: number;
  readonly cluster: number;
}

/** What is known now of what a text shares with a library. */
export interface Shared {
  readonly stretches: readonly SharedStretch[];
  /** What is missing to know more: to be asked again when it is here. */
  readonly needs: Set<number>;
}

/** Half a stretch: it stands in few places, and every stretch holds one that begins at a multiple of the other half. */
export const seedLength = (least: number): number => Math.min(ROW_CODES, least - (least >> 1));
/** Code units between seeds at which every stretch of `least` holds one of them whole. */
export const strideOf = (least: number): number => least - seedLength(least) + 1;

/** A seed that stands more often is looked for together with its neighbours: that costs no text. */
const FEW = 16;
/** Places that are looked at of what stands often: more are a wording of many articles anyway. */
const MOST_PLACES = 48;
/** Articles of one stretch. */
const MOST_ARTICLES = 12;

/**
 * The stretches of a text that articles of a library have, as far as it is known from what is here. Seeds at equal distances are looked
 * up, all at once; around those that stand anywhere the text of the library is compared (as q-grams filter an approximate search:
 * Jokinen and Ukkonen 1991).
 */
export function sharedStretches(segment: BlockSegment, text: string, { least, stride }: SharedOptions): Shared {
  const needs = new Set<number>();
  const stretches: SharedStretch[] = [];
  const seed = seedLength(least);
  for (let at = 0; at + seed <= text.length; at += stride) {
    const missing = countNeeds(segment, text.slice(at, at + seed));
    const { lo, hi, isExact } = segment.find(text.slice(at, at + seed));
    if (!isExact) for (const piece of missing) needs.add(piece);
    if (!isExact || lo === hi) continue;
    const found =
      hi - lo <= FEW ? around(segment, text, at, lo, hi, least, needs) : windows(segment, text, at, least, needs);
    stretches.push(...distinct(segment, at, found));
  }
  return { stretches, needs };
}

/** Positions of a seed in [lo, hi) around which enough agrees. */
function around(
  segment: BlockSegment,
  text: string,
  at: number,
  lo: number,
  hi: number,
  least: number,
  needs: Set<number>,
): number[] {
  const positions: number[] = [];
  for (let rank = lo; rank < hi; rank++) {
    const position = segment.suffixAt(rank);
    if (position < 0) continue;
    let right = 0;
    while (
      right < least &&
      at + right < text.length &&
      segment.codeAt(position + right) === text.charCodeAt(at + right)
    )
      right++;
    if (right < least) {
      const before = least - seedLength(least);
      const missing = new Set<number>();
      addPages(missing, segment, Math.max(0, position - before), before + least);
      for (const piece of missing) needs.add(piece);
      if (missing.size > 0) continue;
      // A row tells no more than its own length.
      while (
        right < least &&
        at + right < text.length &&
        segment.codeAt(position + right) === text.charCodeAt(at + right)
      )
        right++;
      let left = 0;
      while (left < before && left < at && segment.codeAt(position - left - 1) === text.charCodeAt(at - left - 1))
        left++;
      if (left + right < least) continue;
    }
    positions.push(position);
  }
  return positions;
}

/** Positions of the whole stretches that hold a common seed: each is looked up by itself, as long as a row tells. */
function windows(segment: BlockSegment, text: string, at: number, least: number, needs: Set<number>): number[] {
  const length = Math.min(least, ROW_CODES);
  const positions: number[] = [];
  for (
    let start = Math.max(0, at - length + seedLength(least));
    start <= at && start + length <= text.length;
    start++
  ) {
    const window = text.slice(start, start + length);
    for (const piece of countNeeds(segment, window)) needs.add(piece);
    const { lo, hi, isExact } = segment.find(window);
    if (!isExact) continue;
    const every = Math.max(1, (hi - lo) / MOST_PLACES);
    for (let rank = lo; rank < hi; rank += every) positions.push(segment.suffixAt(Math.floor(rank)));
  }
  return positions;
}

/** Of each living article one, of near-duplicates the first. */
function distinct(segment: BlockSegment, at: number, positions: readonly number[]): SharedStretch[] {
  const found = new Map<number, SharedStretch>();
  for (const position of positions) {
    if (position < 0 || found.size === MOST_ARTICLES) continue;
    const article = segment.articleAt(position);
    const cluster = segment.cluster(article);
    if (!segment.isDead(article) && !found.has(cluster)) found.set(cluster, { at, article, cluster });
  }
  return [...found.values()];
}
