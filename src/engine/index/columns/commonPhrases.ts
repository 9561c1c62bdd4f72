import { isLeadingWord, isMark, isParticle } from '../../text/marks';
import { isStop } from '../segment';

/** A phrase that recurs: `length` code units from `position`, `count` times in its text. */
export interface CommonPhrase {
  readonly position: number;
  readonly length: number;
  readonly count: number;
}

/** 、 */
const ENUMERATION = 0x3001;
const SHORTEST = 2;
const LONGEST = 12;
/** An extension with this share of the occurrences stands for its beginning. */
const SAME_SHARE = 0.85;
/** Occurrences whose left neighbour is compared. */
const LOOKED_AT = 6;

/**
 * The recurring phrases of a text that begin and end at a word and hold no mark but 、: what is offered for
 * typed pinyin when no context helps. One walk over the suffix array: neighbours in order share their prefixes,
 * so every run of equal prefixes is a phrase with its count.
 *
 * @param most phrases kept, those that save most first (count × (length − 1))
 */
export function commonPhrases(
  text: Uint16Array,
  suffixes: Int32Array,
  isWordStart: (position: number) => boolean,
  most: number,
): CommonPhrase[] {
  const found: CommonPhrase[] = [];
  let least = 0;
  const worth = (phrase: CommonPhrase) => phrase.count * (phrase.length - 1);
  const keepBest = () => {
    found.sort((a, b) => worth(b) - worth(a));
    found.length = Math.min(found.length, most);
    if (found.length === most) least = worth(found[most - 1]!);
  };
  // The word-start suffixes passed so far, and how long a prefix the last two share; runStart[k]: how many there were when the prefix of
  // length k began that they share.
  const positions = new Int32Array(suffixes.length);
  const runStart = new Int32Array(LONGEST + 1);
  let passed = 0;
  let previous = -1;
  let shared = 0;
  const close = (from: number) => {
    for (let k = Math.max(from, SHORTEST); k <= shared; k++) {
      const count = passed - runStart[k]!;
      // First of all: there are many more phrases than are kept.
      if (count * (k - 1) <= least || !isWordStart(previous + k)) continue;
      if (isMark(text[previous + k - 1]!) || isLeadingWord(text[previous + k - 1]!)) continue;
      if (isParticle(text[previous]!) || goesOn(k, count) || comesAfterTheSame(k, count)) continue;
      found.push({ position: previous, length: k, count });
      if (found.length >= most * 4) keepBest();
    }
  };
  /** A longer phrase nearly as frequent says more. */
  const goesOn = (k: number, count: number): boolean => {
    for (let longer = k + 1; longer <= shared; longer++) {
      if (passed - runStart[longer]! < SAME_SHARE * count) return false;
      if (isWordStart(previous + longer) && !isMark(text[previous + longer - 1]!)) return true;
    }
    return false;
  };
  /** 时代中国特色 is the rest of 新时代中国特色: a few occurrences all have the same character before them. */
  const comesAfterTheSame = (k: number, count: number): boolean => {
    const first = runStart[k]!;
    const before = text[positions[first]! - 1] ?? 0;
    if (before < 0x4e00 || isMark(before)) return false;
    const step = Math.max(1, Math.floor(count / LOOKED_AT));
    for (let i = first; i < passed; i += step) if (text[positions[i]! - 1] !== before) return false;
    return true;
  };
  for (let rank = 0; rank < suffixes.length; rank++) {
    const position = suffixes[rank]!;
    if (!isWordStart(position) || isMark(text[position]!) || text[position]! < 0x4e00) continue;
    const common = previous < 0 ? 0 : commonPrefix(text, previous, position);
    close(common + 1);
    for (let k = shared + 1; k <= common; k++) runStart[k] = passed - 1;
    positions[passed] = position;
    previous = position;
    shared = common;
    passed++;
  }
  close(1);
  keepBest();
  return found;
}

/** The code units that a phrase does not reach over: 1 for each, a table because every word of the text is asked. */
const ends = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  Number(isStop(code) || (isMark(code) && code !== ENUMERATION)),
);

/** How many code units two phrases begin with alike, marks other than 、 not among them; at most `LONGEST`. */
function commonPrefix(text: Uint16Array, one: number, other: number): number {
  const most = Math.min(LONGEST, text.length - Math.max(one, other));
  let length = 0;
  for (; length < most; length++) {
    const code = text[one + length]!;
    if (code !== text[other + length] || ends[code] === 1) break;
  }
  return length;
}
