/** Is this UTF-16 code unit part of the words, not a mark or a blank? Digits and Latin letters are. */
export function isLetter(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0xc0 && code <= 0x24f) ||
    (code >= 0xd800 && code <= 0xdfff)
  );
}

/** The words alone: `守初心、担使命。` → 守初心担使命. */
export function lettersOf(text: string): string {
  let letters = '';
  for (let at = 0; at < text.length; at++) if (isLetter(text.charCodeAt(at))) letters += text[at];
  return letters;
}

/** How many there are in [start, end). */
export function countLetters(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let at = start; at < end; at++) if (isLetter(text.charCodeAt(at))) count++;
  return count;
}
