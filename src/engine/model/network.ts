import type { Kernel } from './kernel';
import { type Matrix, type ModelWeights, START } from './modelFile';
import { createSquash } from './squash';

/** What has been read: numbers between -1 and 1, in steps of `1 / STEPS`. */
export type State = Int16Array;

/** The gated recurrent layer and the two tables around it (Cho and others 2014), in whole numbers where it takes time. */
export interface Network {
  /** The state at the beginning of a text. */
  readonly start: State;
  newState(): State;
  /**
   * The states that follow `states[n]` when one of the letters `letters[n]` is read: what takes time is done once a state.
   *
   * @param place gives what a state is written into; a new one by default
   */
  read(states: readonly State[], letters: readonly (readonly number[])[], place?: () => State): State[][];
  newNext(): Next;
  /** Writes what comes next after `states[n]` into `next[n]`. */
  after(states: readonly State[], next: readonly Next[]): void;
}

/** What comes next, asked letter by letter. */
export interface Next {
  /** The logarithm of a probability, as near as the sum over all letters is to 1: the training sees to that. */
  logProbability(letter: number): number;
  /** The projection of the state, whole numbers of `scale`. */
  readonly whole: Int16Array;
  scale: number;
}

/** So many steps of 1 leave room for the sums of any width that is allowed. */
const STEPS = 1 << 14;
const LARGEST = 32_767;
/** Vectors that go through the kernel together. */
const BATCH = 32;
/** What the most frequent letters add to the gates is worked out once: 4.6 KB each. The alphabet begins with them. */
const KEPT_LETTERS = 1_000;

/** @param kernelOf makes the kernel, with so many bytes of memory */
export function createNetwork(weights: ModelWeights, kernelOf: (memoryBytes: number) => Kernel): Network {
  const { units } = weights;
  const numbers = weights.embedding.width;
  let size = 0;
  const reserve = (bytes: number): number => {
    const from = size;
    size += Math.ceil(bytes / 16) * 16;
    return from;
  };
  const place = ({ rows, width, bytes }: Matrix) => ({ rows, width, at: reserve(bytes.length) });
  const embedding = place(weights.embedding);
  const wx = place(weights.wx);
  const wh = place(weights.wh);
  const wp = place(weights.wp);
  const vectorsAt = reserve(2 * BATCH * Math.max(units, numbers));
  const askedAt = reserve(2 * numbers);
  const sumsAt = reserve(4 * BATCH * Math.max(3 * units, numbers));
  const kernel = kernelOf(size);
  // All is copied, so that the file need not stay in memory.
  kernel.memory.set(weights.embedding.bytes, embedding.at);
  kernel.memory.set(weights.wx.bytes, wx.at);
  kernel.memory.set(weights.wh.bytes, wh.at);
  kernel.memory.set(weights.wp.bytes, wp.at);
  const b = weights.b.slice();
  const c = weights.c.slice();
  const bias = weights.bias.slice();
  const { buffer, byteOffset } = kernel.memory;
  const letterBytes = new Int8Array(buffer, byteOffset + embedding.at, weights.embedding.bytes.length);
  const vectors = new Int16Array(buffer, byteOffset + vectorsAt, BATCH * Math.max(units, numbers));
  const askedWhole = new Int16Array(buffer, byteOffset + askedAt, numbers);
  /** Of what stands there. */
  let asked: Next | undefined;
  const sums = new Int32Array(buffer, byteOffset + sumsAt, BATCH * Math.max(3 * units, numbers));
  const whScales = weights.wh.scales.map(scale => scale / STEPS);
  const wpScales = weights.wp.scales.map(scale => scale / STEPS);
  const scales = { embedding: weights.embedding.scales.slice(), wx: weights.wx.scales.slice() };
  const { logistic, tanh } = createSquash();
  const inputs = new Map<number, Float32Array>();
  const projected = new Float32Array(numbers);
  const newState = (): State => new Int16Array(units);

  const multiply = ({ rows, width, at }: ReturnType<typeof place>, count: number) =>
    kernel.multiply(at, vectorsAt, sumsAt, rows, width, count);

  /** What letters add to the gates. */
  function inputsOf(letters: readonly number[]): ReadonlyMap<number, Float32Array> {
    const wanted = new Map(letters.map(letter => [letter, inputs.get(letter)]));
    const unknown = [...wanted.keys()].filter(letter => !wanted.get(letter));
    inBatches(unknown.length, (first, count) => {
      for (let n = 0; n < count; n++) {
        const from = unknown[first + n]! * numbers;
        vectors.set(letterBytes.subarray(from, from + numbers), n * numbers);
      }
      multiply(wx, count);
      for (let n = 0; n < count; n++) {
        const letter = unknown[first + n]!;
        const input = inputFrom(n * 3 * units, scales.embedding[letter]!);
        if (letter < KEPT_LETTERS) inputs.set(letter, input);
        wanted.set(letter, input);
      }
    });
    return wanted as Map<number, Float32Array>;
  }

  function inputFrom(from: number, scale: number): Float32Array {
    const input = new Float32Array(3 * units);
    for (let row = 0; row < input.length; row++) input[row] = b[row]! + sums[from + row]! * scales.wx[row]! * scale;
    return input;
  }

  function putStates(states: readonly State[], first: number, count: number): void {
    for (let n = 0; n < count; n++) vectors.set(states[first + n]!, n * units);
  }

  function gated(state: State, input: Float32Array, from: number, next: State): State {
    for (let i = 0; i < units; i++) {
      const j = i + units;
      const k = j + units;
      const reset = logistic(input[i]! + sums[from + i]! * whScales[i]!);
      const keep = logistic(input[j]! + sums[from + j]! * whScales[j]!);
      const fresh = tanh(input[k]! + reset * (sums[from + k]! * whScales[k]! + c[i]!)) * STEPS;
      next[i] = nearest(fresh + keep * (state[i]! - fresh));
    }
    return next;
  }

  function newNext(): Next {
    const whole = new Int16Array(numbers);
    const next: Next = {
      whole,
      scale: 0,
      logProbability(letter) {
        if (asked !== next) askedWhole.set(whole);
        asked = next;
        const sum = kernel.dotProduct(embedding.at + letter * numbers, askedAt, numbers);
        return bias[letter]! + sum * scales.embedding[letter]! * next.scale;
      },
    };
    return next;
  }

  function fillNext(next: Next, from: number): void {
    let largest = 1e-6;
    for (let i = 0; i < numbers; i++) {
      const number = sums[from + i]! * wpScales[i]!;
      projected[i] = number;
      if (number > largest) largest = number;
      else if (-number > largest) largest = -number;
    }
    const parts = LARGEST / largest;
    asked = undefined;
    for (let i = 0; i < numbers; i++) next.whole[i] = nearest(projected[i]! * parts);
    next.scale = largest / LARGEST;
  }

  function inBatches(length: number, visit: (first: number, count: number) => void): void {
    for (let first = 0; first < length; first += BATCH) visit(first, Math.min(BATCH, length - first));
  }

  const network: Network = {
    start: newState(),
    newState,
    read(states, letters, place = newState) {
      const found: State[][] = [];
      const inputs = inputsOf(letters.flat());
      inBatches(states.length, (first, count) => {
        putStates(states, first, count);
        multiply(wh, count);
        for (let n = 0; n < count; n++) {
          const state = states[first + n]!;
          found.push(letters[first + n]!.map(letter => gated(state, inputs.get(letter)!, n * 3 * units, place())));
        }
      });
      return found;
    },
    newNext,
    after(states, next) {
      inBatches(states.length, (first, count) => {
        putStates(states, first, count);
        multiply(wp, count);
        for (let n = 0; n < count; n++) fillNext(next[first + n]!, n * numbers);
      });
    },
  };
  return { ...network, start: network.read([network.start], [[START]])[0]![0]! };
}

/** The whole number nearest to one within 16 bits: a good deal faster than `Math.round`. */
const nearest = (number: number): number => ((number + LARGEST + 1.5) | 0) - LARGEST - 1;
