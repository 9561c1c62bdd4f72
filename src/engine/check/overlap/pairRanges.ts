import type { CorpusView } from '../../index/segment';
import type { SuffixRange } from '../../index/suffixes/prefixTable';

/** The suffixes of each segment that begin with two code units of a text: all of it is in memory, and each is looked up once. */
export class PairRanges {
  private readonly known: (SuffixRange | undefined)[][];

  constructor(
    private readonly view: CorpusView,
    private readonly text: string,
  ) {
    this.known = view.map(() => []);
  }

  /** Those of the segment of that number that begin as the text does at `at`, which is not its last code unit. */
  at(segment: number, at: number): SuffixRange {
    const known = this.known[segment]!;
    let range = known[at];
    if (!range) {
      range = this.view[segment]!.pairRange(this.text.charCodeAt(at), this.text.charCodeAt(at + 1));
      known[at] = range;
    }
    return range;
  }

  /** As many places as text[start, end), of two code units at least, may have in that segment: as many as the rarest pair of it. Below `enough` it may be less than that. */
  placesOf(segment: number, start: number, end: number, enough = 1): number {
    let most = Number.POSITIVE_INFINITY;
    for (let at = start; at + 1 < end && most >= enough; at++) {
      const { lo, hi } = this.at(segment, at);
      most = Math.min(most, hi - lo);
    }
    return most;
  }
}
