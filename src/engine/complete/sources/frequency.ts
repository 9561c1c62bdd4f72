import { type CorpusView, wholeSegments } from '../../index/segment';
import { narrowed, suffixRange } from '../../index/suffixes/suffixRange';

/** Counted in so many characters at least, and taken for all: how common a phrase is shows in them as well. Measured. */
const COUNTED = 15_000_000;

/** A shorter beginning narrows nothing: two code units are looked up in a table. */
const FEWEST_KNOWN = 2;

/**
 * About how often the text of each row of a pool occurs in the corpus, rows asked about in their order.
 *
 * @param prefix row of a text that `text` begins with, asked about before; -1: there is none. Its suffixes hold those of `text`, and
 * few are left to search.
 */
export type Frequency = (row: number, text: string, prefix: number) => number;

/** @param rows in a pool at most */
export function createFrequency(all: CorpusView, rows: number): Frequency {
  const view = counted(all);
  const scale = charactersIn(all) / Math.max(1, charactersIn(view));
  // By row, and by segment within it: where the suffixes that begin with its text are.
  const from = new Int32Array(rows * view.length);
  const to = new Int32Array(rows * view.length);
  const lengths = new Uint8Array(rows);
  return (row, text, prefix) => {
    let total = 0;
    for (let number = 0; number < view.length; number++) {
      const segment = view[number]!;
      if (segment.countAbout) {
        total += segment.countAbout(text);
        continue;
      }
      const at = row * view.length + number;
      const above = prefix * view.length + number;
      const { lo, hi } =
        prefix < 0 || lengths[prefix]! < FEWEST_KNOWN
          ? suffixRange(segment, text)
          : narrowed(segment, { lo: from[above]!, hi: to[above]! }, text, lengths[prefix]!);
      from[at] = lo;
      to[at] = hi;
      total += hi - lo;
    }
    lengths[row] = text.length;
    return total * scale;
  };
}

const charactersIn = (view: CorpusView): number => view.reduce((sum, { length }) => sum + length, 0);

/** What is here whole counts exactly, and alone where there is enough of it; else what a large library knows about itself counts more than the little that is here. */
function counted(all: CorpusView): CorpusView {
  const whole = wholeSegments(all);
  return largest(charactersIn(whole) >= COUNTED ? whole : all, COUNTED);
}

/** The largest segments that hold `least` characters together, or all. */
function largest(view: CorpusView, least: number): CorpusView {
  const bySize = [...view].sort((a, b) => b.length - a.length);
  let sum = 0;
  return bySize.filter(({ length }) => {
    const isNeeded = sum < least;
    sum += length;
    return isNeeded;
  });
}
