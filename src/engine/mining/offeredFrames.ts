import { isSlot } from '../parallel/frame';
import type { CorpusFrame } from './mergeFrames';
import { rankFrames } from './rankFrames';
import { isSilly } from './silly';
import { wordingWeight } from './wordingWeight';

/** Frames offered at most: what a picker can hold. */
const MOST_OFFERED = 5_000;

/** What one article alone must show, for its structure to be a frame rather than chance: three members, or much that holds two. */
const REGULAR = 0.75;
const ENOUGH_STRUCTURE: Readonly<Record<2 | 3, number>> = { 2: 4, 3: 2 };
/** Characters of the longest filler at least: with less to fill, it is a saying (天不生…之人，地不长…之草). */
const LEAST_ROOM = 2;

/** Do several articles have it in words of their own, or is it regular enough to stand on one? */
function isSettled({ level, wordings, balance, members, parts, slots }: CorpusFrame): boolean {
  if (wordings > 1) return true;
  if (level === 'pair' || members < 2 || balance < REGULAR) return false;
  const { structure } = wordingWeight(parts);
  const hasRoom = slots.some(
    ({ variation, examples }) => !variation && examples.some(text => text.length >= LEAST_ROOM),
  );
  return level === 'chain' || (hasRoom && structure >= ENOUGH_STRUCTURE[members > 2 ? 3 : 2]);
}

/** The frames of a corpus that are worth a writer's look, best first, at most {@link MOST_OFFERED}. */
export function offeredFrames(frames: readonly CorpusFrame[]): CorpusFrame[] {
  const offered = frames.filter(frame => frame.parts.some(isSlot) && isSettled(frame) && !isSilly(frame));
  return rankFrames(offered).slice(0, MOST_OFFERED);
}
