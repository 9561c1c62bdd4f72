import { type CutWords, cutWords } from '../../../src/engine/text/segmentWords';
import type { HeldPassage } from '../heldOut';
import { table } from '../table';
import { share } from '../typing';
import type { AskedLists } from './askLists';

/** Rows of lists that begin or end within a word, as a segmenter cuts held-out text; shares of 1. */
export interface HalfWords {
  /** Rows shown that were judged. */
  readonly rows: number;
  /** Of those: the row begins within a word, reading the draft with the row. */
  readonly beginnings: number;
  /** Of the others: the row begins where a compound of the segmenter's dictionary is joined, which is no cut. */
  readonly joints: number;
  /** Of those: the row agrees with the text, which goes on with the same word. */
  readonly ends: number;
}

/** A row is read with so much of the draft before it. UTF-16 code units. */
const BEFORE = 24;

/**
 * Judges the rows at every place of the passages. A beginning is judged by cutting the draft's end with the row into words; an end by
 * the held-out text itself, where the row agrees with it: whoever takes it there stands within a word or not.
 *
 * The dictionary of the segmenter has many compounds that are two words to any reader: 认真执行, 环境质量, 知识分子. A row that begins
 * where such a compound is joined (`认真|执行`) cuts nothing. What stands on both sides must be a word of two characters or
 * more for another dictionary, which has short words only: so 试|剂盒, 意|识形态, 特|别行政区 and 领导|人 are cut.
 *
 * @param top rows of a list
 */
export function halfWords(asked: AskedLists, passages: readonly HeldPassage[], cut: CutWords, top: number): HalfWords {
  const sum = { rows: 0, beginnings: 0, joints: 0, ends: 0 };
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
        const place = placeOf(cut, before, row.text);
        if (place === 'within a word') sum.beginnings++;
        if (place === 'a joint') sum.joints++;
        if (text.startsWith(row.text, start) && !ends.has(start + row.text.length)) sum.ends++;
      }
    });
  });
  const { rows } = sum;
  return {
    rows,
    beginnings: share(sum.beginnings, rows),
    joints: share(sum.joints, rows),
    ends: share(sum.ends, rows),
  };
}

/**
 * Where a row begins, read behind `before`.
 *
 *     placeOf(cut, '要认真', '执行') → 'a joint'
 */
export function placeOf(cut: CutWords, before: string, row: string): 'a word' | 'a joint' | 'within a word' {
  let end = 0;
  for (const word of cut(before + row)) {
    const start = end;
    end += word.length;
    if (end <= before.length) continue;
    if (start === before.length || before === '' || !/^[\p{L}\p{N}]/u.test(row)) return 'a word';
    const inside = before.length - start;
    return isJoint(word.slice(0, inside), word.slice(inside)) ? 'a joint' : 'within a word';
  }
  return 'a word';
}

const isJoint = (left: string, right: string): boolean =>
  [cutWords(left).at(-1), cutWords(right)[0]].every(word => word !== undefined && word.length > 1);

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
export function printedHalfWords({ rows, beginnings, joints, ends }: HalfWords): string {
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
  return table(
    ['rows', 'begin within a word', 'at the joint of a compound', 'end within a word'],
    [[rows, percent(beginnings), percent(joints), percent(ends)]],
  );
}
