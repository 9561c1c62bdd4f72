/**
 * Is this UTF-16 code unit (part of) a Chinese character?
 * The high surrogates of planes 2 and 3, where the rare characters live, count; low surrogates do not,
 * because they are shared with emoji.
 */
export function isHan(code: number): boolean {
  if (code < 0x3007) return false;
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd888)
  );
}

/** Number of Chinese characters. `countHan('5G时代')` is 2. */
export function countHan(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) count++;
  return count;
}
