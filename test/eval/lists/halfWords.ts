import type { CutWords } from '../../../src/engine/text/segmentWords';
import type { HeldPassage } from '../heldOut';
import { table } from '../table';
import { share } from '../typing';
import type { AskedLists } from './askLists';

/** Rows of lists that begin or end within a word, as a segmenter cuts held-out text; shares of 1. */
export interface HalfWords {
  /** Rows shown that were judged. */
  readonly rows: number;
  /** Of those: the segmenter puts no word's beginning where the row begins, reading the draft with the row. */
  readonly beginnings: number;
  /** Of those: the row agrees with the text, which goes on with the same word. */
  readonly ends: number;
}

/** A row is read with so much of the draft before it. UTF-16 code units. */
const BEFORE = 24;

/**
 * Judges the rows at every place of the passages. A beginning is judged by cutting the draft's end with the row into words; an end by
 * the held-out text itself, where the row agrees with it: whoever takes it there stands within a word or not.
 *
 * @param top rows of a list
 */
export function halfWords(asked: AskedLists, passages: readonly HeldPassage[], cut: CutWords, top: number): HalfWords {
  const sum = { rows: 0, beginnings: 0, ends: 0 };
  asked.forEach((places, number) => {
    const { text } = passages[number]!;
    const ends = wordEnds(cut, text);
    places.forEach((one, offset) => {
      for (const row of one?.list.rows.slice(0, top) ?? []) {
        if (row.kind !== 'phrase') continue;
        const start = offset - row.replace;
        if (start <= 0) continue;
        const before = text
          .slice(Math.max(0, start - BEFORE), start)
          .split('\n')
          .at(-1)!;
        sum.rows++;
        if (before !== '' && !wordEnds(cut, before + row.text).has(before.length)) sum.beginnings++;
        if (text.startsWith(row.text, start) && !ends.has(start + row.text.length)) sum.ends++;
      }
    });
  });
  const { rows } = sum;
  return { rows, beginnings: share(sum.beginnings, rows), ends: share(sum.ends, rows) };
}

function wordEnds(cut: CutWords, text: string): ReadonlySet<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const word of cut(text)) {
    at += word.length;
    ends.add(at);
  }
  return ends;
}

/** For a terminal. */
export function printedHalfWords({ rows, beginnings, ends }: HalfWords): string {
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
  return table(['rows', 'begin within a word', 'end within a word'], [[rows, percent(beginnings), percent(ends)]]);
}
