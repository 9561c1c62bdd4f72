/** So many characters are not said twice on end but by a slip. */
const LEAST = 3;

/**
 * Does a row say again what it stands behind? The corpus has 一任接着一任 behind 一任, so that `一任接着一任|` seems to go on as 接着一任干.
 *
 *     stutters('接着一任干。', '…一任接着一任') → true
 */
export function stutters(text: string, before: string): boolean {
  for (let length = Math.min(text.length, before.length); length >= LEAST; length--)
    if (before.endsWith(text.slice(0, length))) return true;
  return false;
}
