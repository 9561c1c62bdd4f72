import { isChinese, isFullWidthAlphanumeric } from '../text/punctuation';

/** How wide a line is printed, in Chinese characters: Latin letters and digits are half as wide. `2026年3月` is 4.5. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    width += isChinese(code) || isFullWidthAlphanumeric(code) ? 1 : 0.5;
  }
  return width;
}
