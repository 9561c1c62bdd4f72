import type { Suggestions } from '../../src/engine/complete/suggestions';
import { ghostText } from '../../src/engine/ghost/ghostText';
import { canOpen } from './ask';
import { titleOf } from './fanben';
import type { HeldPassage } from './heldOut';
import { type Quantiles, quantiles } from './quantiles';
import { table } from './table';
import { share } from './typing';

/** What ghost text was worth at every place of the passages where a list could open; shares of 1. */
export interface GhostReport {
  readonly name: string;
  readonly places: number;
  readonly shown: number;
  /** Of those shown: the first word right, all of it right. */
  readonly firstWord: number;
  readonly whole: number;
  /** Characters of one that is shown, and how many of them are right before the first wrong one. */
  readonly meanLength: number;
  readonly meanRight: number;
  readonly latencyMs: Quantiles;
}

/** By itself, and on its key. */
export function ghostReports(suggestions: Suggestions, passages: readonly HeldPassage[]): GhostReport[] {
  return [
    ghostReport('by itself', suggestions, passages, false),
    ghostReport('on its key', suggestions, passages, true),
  ];
}

function ghostReport(
  name: string,
  suggestions: Suggestions,
  passages: readonly HeldPassage[],
  isAskedFor: boolean,
): GhostReport {
  const sum = { places: 0, shown: 0, firstWord: 0, whole: 0, length: 0, right: 0 };
  const times: number[] = [];
  for (const passage of passages) {
    for (let at = 0; at < passage.text.length; at++) {
      if (!canOpen(passage, at)) continue;
      sum.places++;
      const before = passage.before + passage.text.slice(0, at);
      const started = performance.now();
      const ghost = ghostText(suggestions, { before, title: titleOf(before) }, isAskedFor);
      times.push(performance.now() - started);
      if (!ghost) continue;
      const right = commonLength(ghost.text, passage.text.slice(at));
      sum.shown++;
      sum.length += ghost.text.length;
      sum.right += right;
      if (right >= ghost.wordEnds[0]!) sum.firstWord++;
      if (right === ghost.text.length) sum.whole++;
    }
  }
  return {
    name,
    places: sum.places,
    shown: share(sum.shown, sum.places),
    firstWord: share(sum.firstWord, sum.shown),
    whole: share(sum.whole, sum.shown),
    meanLength: share(sum.length, sum.shown),
    meanRight: share(sum.right, sum.shown),
    latencyMs: quantiles(times),
  };
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** For a terminal. */
export function printedGhosts(reports: readonly GhostReport[]): string {
  const percent = (part: number) => `${(part * 100).toFixed(1)}%`;
  return table(
    ['ghost text', 'places', 'shown', 'first word right', 'all right', 'characters', 'of them right', 'p50 ms', 'p99'],
    reports.map(({ latencyMs, ...one }) => [
      one.name,
      one.places,
      percent(one.shown),
      percent(one.firstWord),
      percent(one.whole),
      one.meanLength.toFixed(2),
      one.meanRight.toFixed(2),
      latencyMs.p50.toFixed(2),
      latencyMs.p99.toFixed(2),
    ]),
  );
}
