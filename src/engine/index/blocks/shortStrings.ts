import { ROW_CODES } from './rows';

/** Short strings in a column. */
export interface Strings {
  readonly codes: Uint16Array;
  readonly starts: Uint32Array;
}

/** How many strings are in the column. */
export const stringCount = ({ starts }: Strings): number => starts.length - 1;

/** Strings in a column, in this order; `areSorted` and what compares want them in that of their code units. */
export function packStrings(texts: readonly string[]): Strings {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => {
    starts[i + 1] = starts[i]! + text.length;
  });
  const codes = new Uint16Array(starts.at(-1)!);
  texts.forEach((text, i) => {
    for (let at = 0; at < text.length; at++) codes[starts[i]! + at] = text.charCodeAt(at);
  });
  return { codes, starts };
}

export const textOf = ({ codes, starts }: Strings, number: number): string =>
  String.fromCharCode(...codes.subarray(starts[number], starts[number + 1]));

/** Those from `first` up to `end`, as a column of their own. */
export function stringsBetween({ codes, starts }: Strings, first: number, end: number): Strings {
  const from = starts[first]!;
  const own = starts.subarray(first, end + 1).map(start => start - from);
  return { codes: codes.subarray(from, from + own.at(-1)!), starts: own };
}

/** < 0, 0, > 0: the string is below, is, is above `text`, in the order of code units. */
export function compareString({ codes, starts }: Strings, number: number, text: string): number {
  const start = starts[number]!;
  const length = starts[number + 1]! - start;
  for (let i = 0; i < length && i < text.length; i++) {
    const difference = codes[start + i]! - text.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return length - text.length;
}

/** Is the string above all that begins with `pattern`? */
export function isBeyond({ codes, starts }: Strings, number: number, pattern: string): boolean {
  const start = starts[number]!;
  const length = starts[number + 1]! - start;
  for (let i = 0; i < pattern.length; i++) {
    if (i >= length) return false;
    const difference = codes[start + i]! - pattern.charCodeAt(i);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** Do their starts fit their codes, and is none longer than rows tell? */
export const areStrings = ({ codes, starts }: Strings): boolean =>
  starts.length > 0 &&
  isRising(starts, 0, codes.length) &&
  starts.at(-1) === codes.length &&
  starts.every((start, i) => i === 0 || start - starts[i - 1]! <= ROW_CODES);

/** A separator may be the same as the one before it: rows tell a beginning alone. */
export function areSorted({ codes, starts }: Strings): boolean {
  for (let i = 2; i < starts.length; i++) {
    const [from, middle, to] = [starts[i - 2]!, starts[i - 1]!, starts[i]!];
    let at = 0;
    while (from + at < middle && middle + at < to && codes[from + at] === codes[middle + at]) at++;
    const isBelow =
      middle + at < to ? from + at === middle || codes[from + at]! < codes[middle + at]! : from + at === middle;
    if (!isBelow) return false;
  }
  return true;
}

/** Does a column begin with `first`, never fall, and end with `most` at most? */
export function isRising(column: Uint32Array, first: number, most: number): boolean {
  if (column.length > 0 && column[0] !== first) return false;
  for (let i = 1; i < column.length; i++) if (column[i]! < column[i - 1]!) return false;
  return (column.at(-1) ?? 0) <= most;
}
