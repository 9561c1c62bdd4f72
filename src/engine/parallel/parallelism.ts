import { type Marker, markerText } from '../outline/marker';
import { seriesOf } from '../outline/series';
import { type Alignment, spanOf } from './alignUnits';
import { chainOf } from './chain';
import type { Column } from './columns';
import type { CounterPart, FrameLevel } from './frame';
import { isWorthShowing } from './rules';
import { type Shape, shapeOf } from './shape';

/** Where a member stands; `marker` is its number. */
export interface MemberSpan {
  /** 0-based. */
  readonly paragraph: number;
  /** UTF-16 offsets in the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly marker?: string;
}

/** Parallelism found in a text: one run of members that are built alike. */
export interface Parallelism {
  readonly level: FrameLevel;
  /** Without the numbers of the members. */
  readonly columns: readonly Column[];
  readonly spans: readonly MemberSpan[];
  readonly shape: Shape;
  /** What stands between two members. */
  readonly joint: string;
  /** How the members count, where they have numbers. */
  readonly counter?: CounterPart;
  /** Members that stand in one such run; the number of spans where it is one run. */
  readonly members: number;
}

/** A known pair is better known by its own name than as part of a sentence: 我看不是…，而是…. */
const PAIR_VALUE = 1.35;

/** How much of the text the parallelism explains: what decides between two that overlap. */
export function strengthOf({ level, shape, spans }: Parallelism): number {
  return (
    (level === 'pair' ? PAIR_VALUE : 1) *
    shape.weight *
    spans.length *
    (0.4 + 0.6 * shape.balance) *
    (1 + 0.15 * Math.min(3, shape.fixedRuns - 1))
  );
}

/** The marker as a part of a frame, which begins with the first number wherever its members did. */
export function counterOf({ series, before, numeral, after }: Marker): CounterPart {
  return { series, before, numeral: seriesOf(series).numerals.format(1, numeral) ?? numeral, after };
}

/** An alignment as parallelism worth showing at that level, or `null`. */
export function parallelismOf(
  { units, clauses, columns }: Alignment,
  level: Exclude<FrameLevel, 'pair' | 'series' | 'chain'>,
  joint: string,
): Parallelism | null {
  const chain = level === 'clause' ? chainOf(columns) : null;
  const own = chain ? 'chain' : level;
  const shape = shapeOf(chain ?? columns, units.length);
  if (!isWorthShowing(shape, own)) return null;
  const spans = units.map((unit): MemberSpan => {
    const span = { paragraph: unit.paragraph, ...spanOf(unit, clauses) };
    return unit.marker ? { ...span, marker: markerText(unit.marker) } : span;
  });
  const { marker } = units[0]!;
  return {
    level: own,
    columns,
    spans,
    shape,
    joint,
    members: spans.length,
    ...(marker && { counter: counterOf(marker) }),
  };
}
