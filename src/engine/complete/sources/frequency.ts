import type { CorpusView } from '../../index/segment';
import { narrowed, type SuffixRange, suffixRange } from '../../index/suffixes/suffixRange';

/** Answers kept: the same phrases are weighed again at every character. */
const MOST = 1_000;

interface Counted {
  readonly ranges: readonly SuffixRange[];
  readonly total: number;
}

/** Counted in so many characters at least, and taken for all: how common a phrase is shows in them as well. Measured. */
const COUNTED = 15_000_000;

/**
 * About how often texts occur in the corpus.
 *
 * @param prefix a text that `text` begins with, if one was just asked for: its suffixes hold those of `text`, and few are left to search
 */
export type Frequency = (text: string, prefix: string) => number;

export function createFrequency(whole: CorpusView): Frequency {
  const view = largest(whole, COUNTED);
  const scale = charactersIn(whole) / charactersIn(view);
  let young = new Map<string, Counted>();
  let old = new Map<string, Counted>();
  const known = (text: string) => young.get(text) ?? old.get(text);
  const count = (text: string, prefix: string): Counted => {
    const above = prefix.length > 2 ? known(prefix) : undefined;
    const ranges = view.map((segment, number) => {
      const within = above?.ranges[number];
      return within ? narrowed(segment, within, text, prefix.length) : suffixRange(segment, text);
    });
    return { ranges, total: ranges.reduce((sum, { lo, hi }) => sum + hi - lo, 0) };
  };
  return (text, prefix) => {
    const counted = known(text) ?? count(text, prefix);
    if (young.size >= MOST) {
      old = young;
      young = new Map();
    }
    young.set(text, counted);
    return counted.total * scale;
  };
}

const charactersIn = (view: CorpusView): number => view.reduce((sum, { length }) => sum + length, 0);

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
