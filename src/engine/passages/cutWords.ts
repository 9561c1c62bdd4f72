import { segmentWords } from '../text/segmentWords';

/** The words of a query, as the language's own segmenter cuts them; marks and blanks are left out. Fast for a line, not for a corpus. */
export function cutWords(text: string): string[] {
  return [...segmentWords(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
