import { isMark } from '../../text/marks';
import { cutWords } from '../../text/segmentWords';

/** A longer word is worth a key, and so is a shorter one that comes as probably as the middle one of all rows. */
const LONGEST_BARE = 2;
const LIKELY = 0.05;

/**
 * Is a row behind a mark nothing but a short word, with which anything may begin? `，推动|`, `，我们|`: as fast written as chosen.
 */
export function isBareWord(text: string, probability: number, before: string): boolean {
  if (probability >= LIKELY) return false;
  return text.length <= LONGEST_BARE && isMark(before.charCodeAt(before.length - 1)) && cutWords(text).length === 1;
}
