import { setBit } from '../../engine/index/columns/bits';
import type { MarkWords } from '../../engine/index/columns/markWords';
import { childOf, IMPOSSIBLE, type JiebaModel } from './jiebaModel';

/** Blank, tab, line feed, ， and 。: words stand between them. */
const isSeparator = (code: number): boolean =>
  code === 0xff0c || code === 0x3002 || code === 0x20 || code === 0x0a || code === 0x09;
/** Of a state: the character ends a word, or is one. */
const END = 1;
const SINGLE = 3;
const STATES = 4;

/**
 * Marks the words that jieba cuts: the most probable row of words of the dictionary (a shortest path, from right to left), then what is left in
 * single characters by the hidden Markov model (Viterbi 1967). Same cuts as nodejieba; without its way through strings of another
 * process, and with no string at all, some ten times as fast.
 *
 * @example cutMarks(createJiebaMarker(model))('推动高质量发展') // ['推动', '高质量', '发展']
 */
export function createJiebaMarker(model: JiebaModel): MarkWords {
  const work = createWork();
  return (text, start, end, bits) => {
    for (let from = start; from < end; ) {
      let to = from;
      while (to < end && !isSeparator(text[to]!)) to++;
      if (to === from) setBit(bits, to++);
      else markRange(text, from, to, model, work, bits);
      from = to;
    }
  };
}

/** What a cut is worked out in: grown where a text is longer than any before. */
interface Work {
  /** Best weight from a position on, and where the word ends that it begins with. */
  best: Float64Array;
  ends: Int32Array;
  /** Of the Markov model: where its characters begin; weights by character × states, and the states they came from. */
  places: Int32Array;
  viterbi: Float64Array;
  from: Uint8Array;
}

const createWork = (): Work => ({
  best: new Float64Array(256),
  ends: new Int32Array(256),
  places: new Int32Array(256),
  viterbi: new Float64Array(256 * STATES),
  from: new Uint8Array(256 * STATES),
});

function grown(work: Work, length: number): void {
  if (work.best.length > length) return;
  const size = 2 * length + 1;
  work.best = new Float64Array(size);
  work.ends = new Int32Array(size);
  work.places = new Int32Array(size);
  work.viterbi = new Float64Array(size * STATES);
  work.from = new Uint8Array(size * STATES);
}

function markRange(
  text: Uint16Array,
  start: number,
  end: number,
  model: JiebaModel,
  work: Work,
  bits: Uint8Array,
): void {
  const length = end - start;
  grown(work, length);
  const { best, ends } = work;
  const { tree, weights, unknown, singles } = model;
  const { roots } = tree;
  best[length] = 0;
  for (let at = length - 1; at >= 0; at--) {
    const code = text[start + at]!;
    // Half a character is nothing by itself: the whole one is.
    const width = isHigh(code) && at + 1 < length ? 2 : 1;
    let node = roots[code]!;
    let weight = best[at + width]! + (weights[node] || unknown);
    let last = at + width;
    for (let next = at + 1; next < length; next++) {
      if (node === 0) break;
      node = childOf(tree, node, text[start + next]!);
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
      setBit(bits, start + at);
      at = next;
      continue;
    }
    let run = next;
    while (run < length && isSingle(text, start, run, ends[run]!, singles)) run = ends[run]!;
    markUnknown(text, start + at, start + run, model, work, bits);
    at = run;
  }
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** One character that the user dictionary does not have. */
function isSingle(text: Uint16Array, start: number, at: number, end: number, singles: ReadonlySet<number>): boolean {
  const isOne = end - at === 1 || (end - at === 2 && isHigh(text[start + at]!));
  return isOne && !(singles.size > 0 && singles.has(text[start + at]!));
}

/** Characters that are in no word: letters and figures by their kind, others by the Markov model. */
function markUnknown(
  text: Uint16Array,
  start: number,
  end: number,
  model: JiebaModel,
  work: Work,
  bits: Uint8Array,
): void {
  let left = start;
  for (let at = start; at < end; ) {
    const code = text[at]!;
    if (code >= 0x80) {
      at++;
      continue;
    }
    if (left < at) markByModel(text, left, at, model, work, bits);
    setBit(bits, at);
    at = isLetter(code)
      ? runEnd(text, at + 1, end, isLetterOrDigit)
      : isDigit(code)
        ? runEnd(text, at + 1, end, isDigitOrPoint)
        : at + 1;
    left = at;
  }
  if (left < end) markByModel(text, left, end, model, work, bits);
}

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetterOrDigit = (code: number): boolean => isLetter(code) || isDigit(code);
const isDigitOrPoint = (code: number): boolean => isDigit(code) || code === 0x2e;

function runEnd(text: Uint16Array, from: number, end: number, belongs: (code: number) => boolean): number {
  let at = from;
  while (at < end && belongs(text[at]!)) at++;
  return at;
}

/** Where a character has two code units, the second one says nothing and keeps the state of the first. */
function markByModel(
  text: Uint16Array,
  start: number,
  end: number,
  { hmm }: JiebaModel,
  { viterbi, from, places }: Work,
  bits: Uint8Array,
): void {
  setBit(bits, start);
  if (end - start === 1) return; // most are: nothing to choose
  const { start: first, transition, emission } = hmm;
  let count = 0;
  for (let at = start; at < end; at += isHigh(text[at]!) && at + 1 < end ? 2 : 1) places[count++] = at;
  for (let x = 0; x < count; x++) {
    const place = places[x]!;
    const code = text[place]!;
    const isHalf = isHigh(code) && place + 1 < end;
    const row = x * STATES;
    for (let state = 0; state < STATES; state++) {
      const emit = isHalf ? IMPOSSIBLE : emission[state]![code]!;
      if (x === 0) {
        viterbi[state] = first[state]! + emit;
        continue;
      }
      let weight = IMPOSSIBLE;
      let path: number = END;
      for (let before = 0; before < STATES; before++) {
        const sum = viterbi[row - STATES + before]! + transition[before * STATES + state]! + emit;
        if (sum > weight) {
          weight = sum;
          path = before;
        }
      }
      viterbi[row + state] = weight;
      from[row + state] = path;
    }
  }
  const last = (count - 1) * STATES;
  let state: number = viterbi[last + END]! >= viterbi[last + SINGLE]! ? END : SINGLE;
  for (let x = count - 1; x > 0; x--) {
    state = from[x * STATES + state]!;
    if (state === END || state === SINGLE) setBit(bits, places[x]!);
  }
}
