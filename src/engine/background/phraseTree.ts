import { BitVector } from './bitVector';

/**
 * The columns of a tree of phrases, its nodes level by level, siblings side by side in the order of their code units:
 * 22 bits a node. As `phraseTreeCodec.ts` reads and writes them.
 */
export interface PhraseColumns {
  readonly nodes: number;
  /** The code units that occur, ascending; a label is a place in it. At most `MOST_LABELS`. */
  readonly alphabet: Uint16Array;
  /** Of each node: its label, and above it the lower 3 bits of the step of its count. */
  readonly labels: Uint16Array;
  /** Of each node 4 bits: the upper 3 of the step of its count, and whether a word ends there. Two nodes a byte. */
  readonly rest: Uint8Array;
  /** Has the node children? */
  readonly inner: Uint32Array;
  /** Is it the last of its siblings? */
  readonly last: Uint32Array;
  /** A count is `least` × `ratio` ^ its step. */
  readonly least: number;
  readonly ratio: number;
}

/** Bits of a label: the number of a code unit in the alphabet. */
export const LABEL_BITS = 13;
/** Code units that an alphabet can have. */
export const MOST_LABELS = 1 << LABEL_BITS;
/** Steps between the smallest and the largest count. */
export const COUNT_STEPS = 64;
const LABEL_MASK = MOST_LABELS - 1;
/** A code unit that is in no phrase. */
const NO_LABEL = 0xffff;

/** The root: the empty text. */
const ROOT = 0;

/**
 * The set phrases of a collection: all short texts that recur in it, as a tree of their code units, with how often each
 * occurs. Immutable. Counts are rounded to steps of some 20 %.
 *
 * @example tree.countOf('高质量发展') // 15234.5, or 0
 */
export class PhraseTree {
  readonly #inner: BitVector;
  readonly #last: BitVector;
  readonly #labelOf = new Uint16Array(0x10000).fill(NO_LABEL);
  readonly #countOfStep: Float64Array;

  constructor(private readonly columns: PhraseColumns) {
    this.#inner = new BitVector(columns.inner);
    this.#last = new BitVector(columns.last);
    columns.alphabet.forEach((code, label) => {
      this.#labelOf[code] = label;
    });
    this.#countOfStep = Float64Array.from({ length: COUNT_STEPS }, (_, step) => columns.least * columns.ratio ** step);
  }

  /** Number of nodes; the root is node 0. */
  get size(): number {
    return this.columns.nodes;
  }

  hasChildren(node: number): boolean {
    return this.#inner.has(node);
  }

  /** Its children are the nodes [firstChild, lastChild]; only of a node that has some. */
  firstChild(node: number): number {
    return this.#last.select(this.#inner.rank(node)) + 1;
  }

  lastChild(firstChild: number): number {
    return this.#last.next(firstChild);
  }

  /** The child for a code unit; -1: there is none. */
  child(node: number, code: number): number {
    if (!this.#inner.has(node)) return -1;
    const first = this.firstChild(node);
    return this.childAmong(first, this.lastChild(first), code);
  }

  /** Likewise of a node whose children are the nodes [first, last]. */
  childAmong(first: number, last: number, code: number): number {
    const label = this.#labelOf[code]!;
    if (label === NO_LABEL) return -1;
    const { labels } = this.columns;
    let low = first;
    let high = last;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((labels[middle]! & LABEL_MASK) < label) low = middle + 1;
      else high = middle;
    }
    return (labels[low]! & LABEL_MASK) === label ? low : -1;
  }

  /** The node of a text; -1 where it is no set phrase. `from`: the node of its first `known` code units, where that is known. */
  find(text: string, from: number = ROOT, known = 0): number {
    let node = from;
    for (let i = known; i < text.length && node >= 0; i++) node = this.child(node, text.charCodeAt(i));
    return node;
  }

  /** The code unit that leads to a node; not of the root. */
  code(node: number): number {
    return this.columns.alphabet[this.columns.labels[node]! & LABEL_MASK]!;
  }

  /** About how often the text of a node occurs, recent occurrences weighing more; no whole number. */
  count(node: number): number {
    return this.#countOfStep[this.countStep(node)]!;
  }

  /** The step of its count, below `COUNT_STEPS`: the greater, the more. */
  countStep(node: number): number {
    return (this.columns.labels[node]! >>> LABEL_BITS) | ((this.#restOf(node) & 7) << 3);
  }

  /** The least step whose counts are above this one; `COUNT_STEPS`: none is. */
  stepAbove(count: number): number {
    const step = this.#countOfStep.findIndex(of => of > count);
    return step < 0 ? COUNT_STEPS : step;
  }

  countOf(text: string): number {
    const node = this.find(text);
    return node < 0 ? 0 : this.count(node);
  }

  /** Does a word end where the text of the node does, more often than not? */
  endsWord(node: number): boolean {
    return (this.#restOf(node) & 8) !== 0;
  }

  #restOf(node: number): number {
    return this.columns.rest[node >>> 1]! >>> ((node & 1) << 2);
  }
}
