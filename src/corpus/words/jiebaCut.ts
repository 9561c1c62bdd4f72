import type { CutWords } from '../../engine/text/segmentWords';
import { childOf, IMPOSSIBLE, type JiebaModel } from './jiebaModel';

/** Blank, tab, line feed, ， and 。: words stand between them. */
const isSeparator = (code: number): boolean =>
  code === 0xff0c || code === 0x3002 || code === 0x20 || code === 0x0a || code === 0x09;
/** Of a state: the character ends a word, or is one. */
const END = 1;
const SINGLE = 3;
const STATES = 4;

/**
 * Cuts texts as jieba does: the most probable row of words of the dictionary (a shortest path, from right to left), then what is left in
 * single characters by the hidden Markov model (Viterbi 1967). Same cuts as nodejieba; without its way through strings of another
 * process some five times as fast.
 *
 * @example createJiebaCut(model)('推动高质量发展') // ['推动', '高质量', '发展']
 */
export function createJiebaCut(model: JiebaModel): CutWords {
  const work = createWork();
  return text => {
    const words: string[] = [];
    for (let start = 0; start < text.length; ) {
      let end = start;
      while (end < text.length && !isSeparator(text.charCodeAt(end))) end++;
      if (end === start) end++;
      cutRange(text, start, end, model, work, words);
      start = end;
    }
    return words;
  };
}

/** What a cut is worked out in: grown where a text is longer than any before. */
interface Work {
  /** Best weight from a position on, and where the word ends that it begins with. */
  best: Float64Array;
  ends: Int32Array;
  /** Of the Markov model: weights by position × states, and the states they came from. */
  viterbi: Float64Array;
  from: Uint8Array;
}

const createWork = (): Work => ({
  best: new Float64Array(256),
  ends: new Int32Array(256),
  viterbi: new Float64Array(256 * STATES),
  from: new Uint8Array(256 * STATES),
});

function grown(work: Work, length: number): void {
  if (work.best.length > length) return;
  const size = 2 * length + 1;
  work.best = new Float64Array(size);
  work.ends = new Int32Array(size);
  work.viterbi = new Float64Array(size * STATES);
  work.from = new Uint8Array(size * STATES);
}

function cutRange(text: string, start: number, end: number, model: JiebaModel, work: Work, words: string[]): void {
  const length = end - start;
  grown(work, length);
  const { best, ends } = work;
  const { tree, weights, unknown, singles } = model;
  const { roots } = tree;
  best[length] = 0;
  for (let at = length - 1; at >= 0; at--) {
    const code = text.charCodeAt(start + at);
    // Half a character is nothing by itself: the whole one is.
    const width = isHigh(code) && at + 1 < length ? 2 : 1;
    let node = roots[code]!;
    let weight = best[at + width]! + (weights[node] || unknown);
    let last = at + width;
    for (let next = at + 1; next < length; next++) {
      if (node === 0) break;
      node = childOf(tree, node, text.charCodeAt(start + next));
      const known = weights[node]!;
      if (known === 0) continue;
      const sum = best[next + 1]! + known;
      if (sum > weight) {
        weight = sum;
        last = next + 1;
      }
    }
    best[at] = weight;
    ends[at] = last;
  }
  for (let at = 0; at < length; ) {
    const next = ends[at]!;
    if (!isSingle(text, start, at, next, singles)) {
      words.push(text.slice(start + at, start + next));
      at = next;
      continue;
    }
    let run = next;
    while (run < length && isSingle(text, start, run, ends[run]!, singles)) run = ends[run]!;
    cutUnknown(text, start + at, start + run, model, work, words);
    at = run;
  }
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** One character that the user dictionary does not have. */
function isSingle(text: string, start: number, at: number, end: number, singles: ReadonlySet<number>): boolean {
  const isOne = end - at === 1 || (end - at === 2 && isHigh(text.charCodeAt(start + at)));
  return isOne && !(singles.size > 0 && singles.has(text.charCodeAt(start + at)));
}

/** Characters that are in no word: letters and figures by their kind, others by the Markov model. */
function cutUnknown(text: string, start: number, end: number, model: JiebaModel, work: Work, words: string[]): void {
  let left = start;
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) {
      at++;
      continue;
    }
    if (left < at) cutByModel(text, left, at, model, work, words);
    const next = isLetter(code)
      ? runEnd(text, at + 1, end, isLetterOrDigit)
      : isDigit(code)
        ? runEnd(text, at + 1, end, isDigitOrPoint)
        : at + 1;
    words.push(text.slice(at, next));
    at = next;
    left = next;
  }
  if (left < end) cutByModel(text, left, end, model, work, words);
}

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetterOrDigit = (code: number): boolean => isLetter(code) || isDigit(code);
const isDigitOrPoint = (code: number): boolean => isDigit(code) || code === 0x2e;

function runEnd(text: string, from: number, end: number, belongs: (code: number) => boolean): number {
  let at = from;
  while (at < end && belongs(text.charCodeAt(at))) at++;
  return at;
}

/** Where a character has two code units, the second one says nothing and keeps the state of the first. */
function cutByModel(text: string, start: number, end: number, { hmm }: JiebaModel, work: Work, words: string[]): void {
  const { start: first, transition, emission } = hmm;
  const { viterbi, from } = work;
  const places: number[] = [];
  for (let at = start; at < end; at += isHigh(text.charCodeAt(at)) && at + 1 < end ? 2 : 1) places.push(at);
  const count = places.length;
  const emitted = (state: number, place: number) =>
    place + 1 < end && isHigh(text.charCodeAt(place)) ? IMPOSSIBLE : emission[state]![text.charCodeAt(place)]!;
  for (let state = 0; state < STATES; state++) viterbi[state] = first[state]! + emitted(state, places[0]!);
  for (let x = 1; x < count; x++) {
    for (let state = 0; state < STATES; state++) {
      const emit = emitted(state, places[x]!);
      let weight = IMPOSSIBLE;
      let path: number = END;
      for (let before = 0; before < STATES; before++) {
        const sum = viterbi[(x - 1) * STATES + before]! + transition[before * STATES + state]! + emit;
        if (sum > weight) {
          weight = sum;
          path = before;
        }
      }
      viterbi[x * STATES + state] = weight;
      from[x * STATES + state] = path;
    }
  }
  const lastRow = (count - 1) * STATES;
  let state: number = viterbi[lastRow + END]! >= viterbi[lastRow + SINGLE]! ? END : SINGLE;
  const cuts: number[] = [];
  for (let x = count - 1; x >= 0; x--) {
    if (state === END || state === SINGLE) cuts.push(x + 1 < count ? places[x + 1]! : end);
    state = from[x * STATES + state]!;
  }
  for (let at = cuts.length - 1, left = start; at >= 0; at--) {
    words.push(text.slice(left, cuts[at]!));
    left = cuts[at]!;
  }
}
