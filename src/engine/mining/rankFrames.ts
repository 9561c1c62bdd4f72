import { isSlot } from '../parallel/frame';
import type { CorpusFrame } from './mergeFrames';
import { wordingWeight } from './wordingWeight';

/** Beyond this much structure, and this much of a topic, wording is a quotation rather than a frame. */
const ENOUGH_STRUCTURE = 8;
const ENOUGH_TOPIC = 4;
/** Words that hold a structure count for what they are; those that only say what it is about, for less. */
const TOPIC_VALUE = 0.3;
/** Weight of a frame by the articles that have it in words of their own: sixteen are worth four times one. */
const SPREAD = 0.6;
/** An article that only quotes another counts for so much of one. */
const QUOTED = 0.2;
const ENOUGH_MEMBERS = 6;
/** Levels that every writer has by heart come last among equals. */
const LEVEL_VALUE: Readonly<Record<CorpusFrame['level'], number>> = {
  heading: 1.2,
  paragraph: 1.2,
  sentence: 1,
  clause: 1,
  chain: 1.1,
  pair: 0.3,
  series: 0.25,
};

/** How good a frame is to show: many articles, those that weigh more, fixed wording that holds it together, members of equal length, several of them. */
function worthOf({ level, articles, wordings, weight, parts, balance, members }: CorpusFrame): number {
  const { structure, topic } = wordingWeight(parts);
  const wording = (Math.min(structure, ENOUGH_STRUCTURE) + TOPIC_VALUE * Math.min(topic, ENOUGH_TOPIC)) ** 0.75;
  const spread = weight * (wordings + (articles - wordings) * QUOTED);
  const regularity = 0.3 + 0.7 * balance;
  return (
    LEVEL_VALUE[level] * spread ** SPREAD * wording * regularity * Math.log2(1 + Math.min(members, ENOUGH_MEMBERS))
  );
}

/** Behind how many articles a frame stands: several in words of their own, several that quote one, or one alone. */
function standingOf({ wordings, articles }: CorpusFrame): number {
  if (wordings > 1) return 2;
  return articles > 1 ? 1 : 0;
}

/** Frames of the same wording, wherever their slots and numbers are. */
function wordingOf({ parts }: CorpusFrame): string {
  const written = parts.map(part => (typeof part === 'string' ? part : isSlot(part) ? '…' : ''));
  return written
    .join('')
    .replace(/^…+|…+$/g, '')
    .replace(/…+/g, '…');
}

/** Best first, those of one article alone below all others; of frames that differ only in slots at their ends, or in their level, the best. The order is the same for the same frames. */
export function rankFrames(frames: readonly CorpusFrame[]): CorpusFrame[] {
  const seen = new Set<string>();
  return frames
    .map((frame, order) => ({ frame, order, value: worthOf(frame), standing: standingOf(frame) }))
    .sort((a, b) => b.standing - a.standing || b.value - a.value || a.order - b.order)
    .map(({ frame }) => frame)
    .filter(frame => {
      const wording = wordingOf(frame) || frame.template;
      if (seen.has(wording)) return false;
      seen.add(wording);
      return true;
    });
}
