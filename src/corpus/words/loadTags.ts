import { readFileSync } from 'node:fs';
import { dictionaryFile } from './dictionaryFile';

/** The part of speech of a word, as a dictionary tags it; undefined where it has not the word, or where there is none. */
export type TagOf = (word: string) => string | undefined;

const [LINE_END, BLANK] = [10, 32];

/**
 * Tags of single words from jieba's dictionary, `word frequency tag` a line in the order of its bytes: each is found by a binary search
 * in the file as it lies in memory, for a few words of one question. (Five words with an English capital stand out of order, and are
 * not found.) Where nodejieba is not there, no word has a tag.
 *
 * @example loadTags()('责任') // 'n'
 */
export function loadTags(): TagOf {
  let file: Buffer;
  try {
    file = readFileSync(dictionaryFile('jieba.dict.utf8'));
  } catch {
    return () => undefined;
  }
  return word => {
    const wanted = Buffer.from(`${word} `);
    let [low, high] = [0, file.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = file.lastIndexOf(LINE_END, middle - 1) + 1;
      const found = file.indexOf(LINE_END, middle);
      const end = found < 0 ? file.length : found;
      const order = file.compare(wanted, 0, wanted.length, start, Math.min(end, file.indexOf(BLANK, start) + 1));
      if (order === 0) return file.toString('utf8', file.indexOf(BLANK, start + wanted.length) + 1, end).trim();
      if (order < 0) low = end + 1;
      else high = start;
    }
    return undefined;
  };
}
