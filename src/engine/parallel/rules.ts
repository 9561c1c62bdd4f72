import type { FrameLevel } from './frame';
import type { Shape } from './shape';

/** What a parallel structure must show at the least. */
interface Rule {
  readonly members: number;
  readonly weight: number;
  readonly fixedRuns?: number;
  readonly balance?: number;
  readonly slotBalance?: number;
  readonly fixedShare?: number;
  /** Length of a member; of four characters are the idioms, which have 不 and 之 in the same places by chance. */
  readonly shortest?: number;
  readonly longest?: number;
  readonly strongHead?: true;
  readonly allStructural?: true;
}

/**
 * The least that is asked of a frame, level by level: it is shown if it meets one of the rules of its level. The fewer its members,
 * the more they must share: two members that share a little are chance, three of equal length hardly are.
 */
const RULES: Readonly<Record<'heading' | 'paragraph' | 'sentence' | 'clause' | 'chain', readonly Rule[]>> = {
  heading: [
    { members: 2, weight: 3, fixedRuns: 2, balance: 0.75, slotBalance: 0.6, fixedShare: 0.25 },
    { members: 3, weight: 2, balance: 0.6, fixedShare: 0.15 },
    { members: 3, weight: 1.1, fixedRuns: 2, balance: 0.9, slotBalance: 0.8, allStructural: true },
  ],
  paragraph: [
    { members: 2, weight: 8, balance: 0.6, slotBalance: 0.5 },
    { members: 2, weight: 5, fixedRuns: 2, balance: 0.75, slotBalance: 0.6 },
    { members: 3, weight: 4, balance: 0.5 },
    { members: 3, weight: 3, balance: 0.8 },
    { members: 3, weight: 2, fixedRuns: 2, balance: 0.9, slotBalance: 0.8 },
    { members: 3, weight: 2.4, fixedRuns: 2, balance: 0.7, slotBalance: 0.4 },
  ],
  sentence: [
    { members: 2, weight: 4, fixedRuns: 2, balance: 0.75, slotBalance: 0.65, fixedShare: 0.3 },
    { members: 2, weight: 2.6, fixedRuns: 2, balance: 0.9, slotBalance: 0.8, fixedShare: 0.3 },
    { members: 3, weight: 2.4, fixedRuns: 2, balance: 0.6, slotBalance: 0.4, fixedShare: 0.2 },
    { members: 3, weight: 3.4, balance: 0.6, slotBalance: 0.4, fixedShare: 0.2 },
    { members: 3, weight: 2, balance: 0.8, longest: 12 },
  ],
  clause: [
    { members: 2, weight: 3, fixedRuns: 2, balance: 0.8, slotBalance: 0.65, fixedShare: 0.3 },
    { members: 2, weight: 1.8, fixedRuns: 2, balance: 1, slotBalance: 1, fixedShare: 0.3, allStructural: true },
    { members: 3, weight: 1.6, fixedRuns: 2, balance: 0.65, slotBalance: 0.4, fixedShare: 0.2 },
    { members: 3, weight: 2.6, balance: 0.65, fixedShare: 0.2 },
    { members: 3, weight: 1.8, balance: 0.78, fixedShare: 0.2 },
    { members: 4, weight: 1.8, balance: 0.7 },
    { members: 3, weight: 0.75, fixedRuns: 2, balance: 1, slotBalance: 1, allStructural: true },
    { members: 3, weight: 1, balance: 1, slotBalance: 1, shortest: 5, longest: 10, allStructural: true },
    { members: 3, weight: 1, balance: 0.8, longest: 12, strongHead: true },
  ],
  chain: [{ members: 2, weight: 1, balance: 0.55, fixedShare: 0.2 }],
};

/** Characters of a member at most: longer ones are provisions of a law, or copied. */
const LONGEST_MEMBER = 60;
const MOST_FIXED = 0.86;
const LEAST_VARIETY = 0.6;

/** Is a parallel structure worth showing as a frame of that level? */
export function isWorthShowing(shape: Shape, level: keyof typeof RULES & FrameLevel): boolean {
  const holds = shape.structural || (level === 'heading' && shape.opensFree);
  if (!holds || shape.openSlots === 0 || shape.figures || shape.clings) return false;
  if (shape.length > LONGEST_MEMBER || shape.fixedShare > MOST_FIXED || shape.variety < LEAST_VARIETY) return false;
  return RULES[level].some(
    ({
      members,
      weight,
      fixedRuns = 1,
      shortest = 0,
      longest = LONGEST_MEMBER,
      strongHead = false,
      allStructural = false,
      ...least
    }) =>
      shape.members >= members &&
      shape.weight >= weight &&
      shape.fixedRuns >= fixedRuns &&
      shape.length >= shortest &&
      shape.length <= longest &&
      (shape.strongHead || !strongHead) &&
      (shape.allStructural || !allStructural) &&
      shape.balance >= (least.balance ?? 0) &&
      shape.slotBalance >= (least.slotBalance ?? 0) &&
      shape.fixedShare >= (least.fixedShare ?? 0),
  );
}
