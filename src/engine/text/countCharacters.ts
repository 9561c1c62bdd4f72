import { isChinese, isFullWidthAlphanumeric } from './punctuation';

const BLANK = /\s/;

/**
 * The length of a text as Chinese office programs count it (字数): every Chinese character and full-width mark is one,
 * a run of anything else between blanks is one. `建成5G基站1200个。` is 8: 建 成 5G 基 站 1200 个 。
 */
export function countCharacters(text: string): number {
  let count = 0;
  let inRun = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isFirstHalf = code >= 0xd800 && code < 0xdc00;
    if (isFirstHalf) {
      // Of a surrogate pair the second half counts.
      inRun = false;
    } else if (isChinese(code) || isFullWidthAlphanumeric(code)) {
      count += 1;
      inRun = false;
    } else if (BLANK.test(text[i]!)) {
      inRun = false;
    } else if (!inRun) {
      count += 1;
      inRun = true;
    }
  }
  return count;
}
