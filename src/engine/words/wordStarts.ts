import type { CorpusView } from '../index/segment';
import { visitStrides } from '../index/suffixes/strides';
import { suffixRanges } from '../index/suffixes/suffixRange';
import { finish, type Steps } from '../steps';
import { segmentEnds } from '../text/segmentWords';

/** How much of the text on the left and right of a place is looked up, most telling first. UTF-16 code units. */
const CONTEXTS: readonly (readonly [left: number, right: number])[] = [
  [3, 3],
  [2, 2],
  [2, 1],
  [1, 2],
  [1, 1],
];
/** Occurrences looked at: they agree, or the context says nothing. */
const VOTES = 9;
/** Beyond it a paragraph is cut without the corpus. */
const LONGEST_UTF16 = 1000;

/** The segmenter gets so much at once: its time grows with the square. */
const HAN_RUN = /\p{Script=Han}{1,200}/gu;

/** The share of the occurrences of `text` in which a word begins `left` behind its start; `null` where there are none. */
function shareOfStarts(view: CorpusView, text: string, left: number): number | null {
  const { ranges, total } = suffixRanges(view, text);
  if (total === 0) return null;
  const stride = Math.max(1, total / VOTES);
  let [starts, seen, next] = [0, 0, stride / 2];
  view.forEach((segment, index) => {
    next = visitStrides(segment, ranges[index]!, next, stride, position => {
      seen++;
      if (segment.isWordStart(position + left)) starts++;
    });
  });
  return seen === 0 ? null : starts / seen;
}

/**
 * Does a word begin at `offset`, by what the corpus has around it? `null` where it has nothing of the kind.
 *
 * @param least characters around the place that tell: two of them stand together by chance where text ends behind them
 */
export function beginsWord(view: CorpusView, text: string, offset: number, least = 2): boolean | null {
  for (const [left, right] of CONTEXTS) {
    const [from, to] = [offset - left, offset + right];
    if (from < 0 || to > text.length || left + right < least) continue;
    const share = shareOfStarts(view, text.slice(from, to), left);
    if (share !== null && share !== 0.5) return share > 0.5;
  }
  return null;
}

/**
 * UTF-16 offsets at which the words of a text begin, ascending, as the corpus cuts them: where it has the characters on both sides
 * of a place, its words decide, in the widest context it knows; elsewhere the language's own segmenter. Only places between Chinese
 * characters are told. `优化营商环境` → [2, 4].
 */
export function wordStarts(text: string, view: CorpusView): number[] {
  return finish(wordStartSteps(text, view));
}

/** {@link wordStarts} a little at a time: a paragraph may be as long as a book. */
export function* wordStartSteps(text: string, view: CorpusView): Steps<number[]> {
  const known = text.length <= LONGEST_UTF16 ? view : [];
  const starts: number[] = [];
  for (const { 0: run, index } of text.matchAll(HAN_RUN)) {
    const own = new Set(segmentEnds(run));
    for (let offset = 1; offset < run.length; offset++) {
      const isInside = /[\udc00-\udfff]/.test(run[offset]!);
      if (!isInside && (beginsWord(known, run, offset) ?? own.has(offset))) starts.push(index + offset);
    }
    yield;
  }
  return starts;
}
