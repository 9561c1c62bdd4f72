import type { OpeningPoint } from '../lists/openingCurve';

/** What is wished for by default: of the lists opened so many with a right row, of the keystrokes that all lists save so many kept. */
const RIGHT = 0.4;
const KEPT = 0.9;
/** What the other two readinesses keep: those who want many lists hardly lose any, those who want few see what is likely. */
const KEPT_BY_MANY = 0.95;
const KEPT_BY_FEW = 0.75;

/** Every set and size counts alike. */
export function meanCurve(curves: readonly (readonly OpeningPoint[])[]): OpeningPoint[] {
  const mean = (at: number, of: (point: OpeningPoint) => number) =>
    curves.reduce((sum, curve) => sum + of(curve[at]!), 0) / curves.length;
  return curves[0]!.map(({ threshold }, at) => ({
    threshold,
    opened: mean(at, ({ opened }) => opened),
    right: mean(at, ({ right }) => right),
    saved: mean(at, ({ saved }) => saved),
    kept: mean(at, ({ kept }) => kept),
  }));
}

/**
 * By default the threshold at which the wish that is met least is met best; for few and many the largest that keeps enough.
 *
 * @param curve by rising thresholds
 */
export function chosenThresholds(curve: readonly OpeningPoint[]): {
  all: 0;
  many: number;
  likely: number;
  few: number;
} {
  const largest = (kept: number) => curve.findLast(point => point.kept >= kept)?.threshold ?? 0;
  const met = ({ right, kept }: OpeningPoint) => Math.min(right / RIGHT, kept / KEPT);
  const likely = curve.reduce((best, point) => (met(point) > met(best) ? point : best));
  return { all: 0, many: largest(KEPT_BY_MANY), likely: likely.threshold, few: largest(KEPT_BY_FEW) };
}
