import { openingProbability } from '../../../src/engine/offers/opening/opensByItself';
import { passedOver } from '../../../src/engine/offers/opening/passedOver';
import type { HeldPassage } from '../heldOut';
import { table } from '../table';
import { share } from '../typing';
import type { AskedList, AskedLists } from './askLists';

/** What lists are worth that open by themselves only where one of their rows is right so probably. Shares of 1. */
export interface OpeningPoint {
  readonly threshold: number;
  /** Places with a list, of those a writer comes to. */
  readonly opened: number;
  /** Of those lists: with a right row. */
  readonly right: number;
  /** Keystrokes saved, and of those that all lists save. */
  readonly saved: number;
  readonly kept: number;
}

/** Six readinesses, from every list to hardly any. */
export const THRESHOLDS = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

/** A writer types the passages once for each threshold, taking the longest right row wherever a list opens. */
export function openingCurve(
  asked: AskedLists,
  passages: readonly HeldPassage[],
  thresholds: readonly number[] = THRESHOLDS,
): OpeningPoint[] {
  const all = typeWith(asked, passages, 0).saved;
  return thresholds.map(threshold => {
    const worth = typeWith(asked, passages, threshold);
    return { threshold, ...worth, kept: share(worth.saved, all) };
  });
}

function typeWith(asked: AskedLists, passages: readonly HeldPassage[], threshold: number) {
  const sum = { places: 0, opened: 0, right: 0, keys: 0, characters: 0 };
  asked.forEach((places, passage) => {
    const { text } = passages[passage]!;
    let last: AskedList | undefined;
    for (let offset = 0; offset < places.length; sum.keys++) {
      const one = places[offset];
      const isOpen = one && isOpened(one, threshold, last && text.slice(last.offset, offset), last);
      if (one) sum.places++;
      if (isOpen) {
        sum.opened++;
        if (one.right) sum.right++;
        last = one.right ? undefined : one;
      }
      offset += (isOpen && one.right?.added.length) || 1;
    }
    sum.characters += places.length;
  });
  return {
    opened: share(sum.opened, sum.places),
    right: share(sum.right, sum.opened),
    saved: 1 - share(sum.keys, sum.characters),
  };
}

function isOpened(one: AskedList, threshold: number, typed = '', last?: AskedList): boolean {
  if (one.items === 0) return false;
  const added = last?.list.rows.flatMap(row =>
    row.kind === 'phrase' || row.kind === 'marker' ? [row.text.slice(row.replace)] : [],
  );
  return one.list.isAsked || openingProbability(one.list, added && passedOver(added, typed)) >= threshold;
}

/** For a terminal. */
export function printedCurve(points: readonly OpeningPoint[]): string {
  const percent = (part: number) => `${(part * 100).toFixed(1)}%`;
  return table(
    ['lists open from', 'places with a list', 'with a right row', 'saved', 'of all lists'],
    points.map(({ threshold, opened, right, saved, kept }) => [
      threshold.toFixed(2),
      percent(opened),
      percent(right),
      saved.toFixed(4),
      percent(kept),
    ]),
  );
}
