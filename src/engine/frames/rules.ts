import type { FrameLevel } from './frame';
import type { Shape } from './shape';

/** What a parallel structure must show at the least. */
interface Rule {
  readonly members: number;
  readonly weight: number;
  readonly anchors?: number;
  readonly balance?: number;
  readonly slotBalance?: number;
  readonly longest?: number;
}

/**
 * A frame is shown if it meets one of the rules of its level: the fewer its members, the more they must share. Two members that
 * share a little are chance; three of equal length hardly are.
 */
const RULES: Readonly<Record<'heading' | 'paragraph' | 'sentence' | 'clause' | 'chain', readonly Rule[]>> = {
  heading: [
    { members: 2, weight: 3, anchors: 2, balance: 0.6 },
    { members: 3, weight: 2, balance: 0.6 },
  ],
  paragraph: [
    { members: 2, weight: 8, balance: 0.5 },
    { members: 2, weight: 5, anchors: 2, balance: 0.7 },
    { members: 3, weight: 4, balance: 0.5 },
    { members: 3, weight: 2.4, anchors: 2, balance: 0.7 },
  ],
  sentence: [
    { members: 2, weight: 4, anchors: 2, balance: 0.7 },
    { members: 2, weight: 2.6, anchors: 2, balance: 0.9, slotBalance: 0.8 },
    { members: 3, weight: 2.4, anchors: 2, balance: 0.6 },
    { members: 3, weight: 3.4, balance: 0.6 },
    { members: 3, weight: 2, balance: 0.85, longest: 12 },
  ],
  clause: [
    { members: 2, weight: 3, anchors: 2, balance: 0.8 },
    { members: 2, weight: 1.8, anchors: 2, balance: 1, slotBalance: 1 },
    { members: 3, weight: 1.6, anchors: 2, balance: 0.6 },
    { members: 3, weight: 1.8, balance: 0.6 },
    { members: 3, weight: 1, balance: 0.9, longest: 12 },
  ],
  chain: [{ members: 2, weight: 1, balance: 0.8 }],
};

const MOST_FIXED = 0.86;
const LEAST_VARIETY = 0.6;

/** Is this worth showing at that level? */
export function isFrame(shape: Shape, level: keyof typeof RULES & FrameLevel): boolean {
  if (!shape.structural || shape.openSlots === 0 || shape.figures) return false;
  if (shape.fixedShare > MOST_FIXED || shape.variety < LEAST_VARIETY) return false;
  return RULES[level].some(
    ({ members, weight, anchors = 1, balance = 0, slotBalance = 0, longest = Number.POSITIVE_INFINITY }) =>
      shape.members >= members &&
      shape.weight >= weight &&
      shape.anchors >= anchors &&
      shape.balance >= balance &&
      shape.slotBalance >= slotBalance &&
      shape.length <= longest,
  );
}
