import { isChinese } from './punctuation';

const PASSED_OVER: ReadonlySet<number> = new Set([...' ,;:!?.()"\'<>-'].map(mark => mark.charCodeAt(0)));

/** Marks in a row that are passed over at most: rules of dashes would take for ever. */
const FARTHEST = 32;

/**
 * Is the nearest neighbour of [start, end) on either side Chinese? Blanks and half-width marks are passed over,
 * so that `!?` after a Chinese character changes as a whole.
 */
export function isBesideChinese(text: string, start: number, end = start + 1): boolean {
  let before = start - 1;
  while (before >= 0 && start - before <= FARTHEST && isPassedOver(text.charCodeAt(before))) before--;
  if (before >= 0 && isChinese(text.charCodeAt(before))) return true;
  let after = end;
  while (after < text.length && after - end < FARTHEST && isPassedOver(text.charCodeAt(after))) after++;
  return after < text.length && isChinese(text.charCodeAt(after));
}

function isPassedOver(code: number): boolean {
  return code === 0x3000 || code === 0xa0 || code === 9 || (code <= 0x3f && PASSED_OVER.has(code));
}
