import { isMark } from '../text/marks';

/**
 * A continuation without its end that already stands after the cursor: `推动|发展，…` needs of 高质量发展 only 高质量.
 * Empty when all of it stands there. One character in common is chance, unless it is a mark.
 */
export function withoutOverlap(text: string, after: string): string {
  for (let length = Math.min(text.length, after.length); length > 0; length--) {
    if (length === 1 && !isMark(after.charCodeAt(0))) break;
    if (text.endsWith(after.slice(0, length))) return text.slice(0, text.length - length);
  }
  return text;
}
