import type { CountedPhrase } from '../segment';
import type { CommonPhrase } from './commonPhrases';

/** Recurring phrases as they are stored: three entries each, position, length and count. */
export function encodePhrases(phrases: readonly CommonPhrase[]): Int32Array {
  const column = new Int32Array(phrases.length * 3);
  phrases.forEach(({ position, length, count }, i) => {
    column.set([position, length, count], i * 3);
  });
  return column;
}

/** The phrases of a stored column, read from the text of their segment. */
export function decodePhrases(column: Int32Array, slice: (start: number, end: number) => string): CountedPhrase[] {
  const phrases: CountedPhrase[] = [];
  for (let i = 0; i + 2 < column.length; i += 3) {
    const position = column[i]!;
    phrases.push({ text: slice(position, position + column[i + 1]!), count: column[i + 2]! });
  }
  return phrases;
}
