import type { CounterPart, FrameLevel } from './frame';
import type { Piece } from './pieces';
import type { Shape } from './shape';

/** A member at its place; `marker` is its number. */
export interface Place {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly marker?: string;
}

/** A parallel structure as a miner found it: one run of members. */
export interface Found {
  readonly level: FrameLevel;
  /** Without the numbers of the members. */
  readonly pieces: readonly Piece[];
  readonly places: readonly Place[];
  readonly shape: Shape;
  /** What stands between two members. */
  readonly joint: string;
  /** How the members count, where they have numbers. */
  readonly counter?: CounterPart;
  /** Members that stand in one such structure; the number of places where it is one run. */
  readonly members: number;
}

/** A known pair is better known by its own name than as part of a sentence: 我看不是…，而是…. */
const PAIR_VALUE = 1.35;

/** How much of the text the structure explains: what decides between two that overlap. */
export function strengthOf({ level, shape, places }: Found): number {
  return (
    (level === 'pair' ? PAIR_VALUE : 1) *
    shape.weight *
    places.length *
    (0.4 + 0.6 * shape.balance) *
    (1 + 0.15 * Math.min(3, shape.anchors - 1))
  );
}
