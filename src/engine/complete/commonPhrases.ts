import { isMark, isStop } from './marks';

/** A phrase that recurs: `length` code units from `position`, `count` times in its text. */
export interface CommonPhrase {
  readonly position: number;
  readonly length: number;
  readonly count: number;
}

const SHORTEST = 2;
const LONGEST = 12;
/** How often a phrase must occur, by whether one would rather write it by hand. */
const LEAST_COUNT = 2;

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
  // runStart[k]: number of word-start suffixes passed when the current prefix of length k began.
  const runStart = new Int32Array(LONGEST + 1);
  let passed = 0;
  let previous = -1;
  let previousLength = 0;
  const close = (from: number) => {
    for (let k = Math.max(from, SHORTEST); k <= previousLength; k++) {
      const count = passed - runStart[k]!;
      if (count < LEAST_COUNT || !isWordStart(previous + k)) continue;
      if (isMark(text[previous + k - 1]!)) continue;
      // A longer phrase just as frequent says more.
      if (k < previousLength && passed - runStart[k + 1]! === count && extends_(k)) continue;
      const phrase = { position: previous, length: k, count };
      if (worth(phrase) > least) found.push(phrase);
      if (found.length >= most * 4) keepBest();
    }
  };
  const extends_ = (k: number): boolean => {
    for (let longer = k + 1; longer <= previousLength; longer++) {
      if (passed - runStart[longer]! !== passed - runStart[k]!) return false;
      if (isWordStart(previous + longer) && !isMark(text[previous + longer - 1]!)) return true;
    }
    return false;
  };
  for (let rank = 0; rank < suffixes.length; rank++) {
    const position = suffixes[rank]!;
    if (!isWordStart(position) || isMark(text[position]!) || text[position]! < 0x4e00) continue;
    const length = phraseLength(text, position);
    let common = 0;
    if (previous >= 0) {
      const limit = Math.min(length, previousLength);
      while (common < limit && text[previous + common] === text[position + common]) common++;
    }
    close(common + 1);
    for (let k = common + 1; k <= length; k++) runStart[k] = passed;
    previous = position;
    previousLength = length;
    passed++;
  }
  close(1);
  keepBest();
  return found;
}

/** Code units from `position` to the next mark other than 、, at most `LONGEST`. */
function phraseLength(text: Uint16Array, position: number): number {
  let length = 0;
  while (length < LONGEST && position + length < text.length) {
    const code = text[position + length]!;
    if (isStop(code) || (isMark(code) && code !== 0x3001)) break;
    length++;
  }
  return length;
}
