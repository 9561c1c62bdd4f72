/** More continuations than this are not told apart. */
export const MAX_NODES = 1 << 15;
const HASH_BITS = 16;
const HASH_SIZE = 1 << HASH_BITS;

/**
 * What may follow the cursor, as a trie of code units whose nodes count, for every context of every source, how often
 * they were seen. One instance is reused for all requests: a request allocates nothing but its few results.
 */
export class ContinuationTrie {
  /** Number of nodes; node 0 is the cursor itself. A node's number is always above its parent's. */
  size = 0;
  readonly code = new Uint16Array(MAX_NODES);
  readonly parent = new Int32Array(MAX_NODES);
  readonly depth = new Uint8Array(MAX_NODES);
  /** Flat [node × counters + counter]: occurrences after the context of that counter. */
  readonly counts: Float32Array;
  /** Likewise, for the first `typed` counters, flat [node × typed + counter]: how many different code units follow the node. */
  readonly types: Uint16Array;
  /**
   * Weight of all occurrences, and of those in which a word ends with the node: in the corpus, or, where that does not
   * have the node, in the short texts.
   */
  readonly weight = new Float32Array(MAX_NODES);
  readonly wordEndWeight = new Float32Array(MAX_NODES);

  /** Open addressing: the node that is the child of its parent for its code; 0 is free. */
  readonly #hash = new Uint16Array(HASH_SIZE);
  /** Where each node stands in it. */
  readonly #places = new Uint16Array(MAX_NODES);

  constructor(
    readonly counters: number,
    readonly typed: number,
  ) {
    this.counts = new Float32Array(MAX_NODES * counters);
    this.types = new Uint16Array(MAX_NODES * typed);
    this.reset();
  }

  reset(): void {
    this.counts.fill(0, 0, this.size * this.counters);
    this.types.fill(0, 0, this.size * this.typed);
    this.weight.fill(0, 0, this.size);
    this.wordEndWeight.fill(0, 0, this.size);
    for (let node = 1; node < this.size; node++) this.#hash[this.#places[node]!] = 0;
    this.size = 1;
    this.parent[0] = -1;
    this.depth[0] = 0;
  }

  /** The child for `code`, made where it is missing; -1 when the trie is full. */
  child(parent: number, code: number): number {
    let at = Math.imul(parent * 31 + code, 0x9e3779b1) >>> (32 - HASH_BITS);
    for (let found = this.#hash[at]!; found !== 0; found = this.#hash[at]!) {
      if (this.parent[found] === parent && this.code[found] === code) return found;
      at = (at + 1) & (HASH_SIZE - 1);
    }
    if (this.size >= MAX_NODES) return -1;
    const node = this.size++;
    this.#hash[at] = node;
    this.#places[node] = at;
    this.code[node] = code;
    this.parent[node] = parent;
    this.depth[node] = this.depth[parent]! + 1;
    return node;
  }

  /** Counts `weight` occurrences of `node` after the context of `counter`. */
  count(node: number, counter: number, weight: number): void {
    const at = node * this.counters + counter;
    if (this.counts[at] === 0 && node > 0 && counter < this.typed)
      this.types[this.parent[node]! * this.typed + counter]!++;
    this.counts[at]! += weight;
  }

  /** The text from the cursor to `node`. */
  text(node: number): string {
    const codes = new Array<number>(this.depth[node]!);
    for (let at = node; at > 0; at = this.parent[at]!) codes[this.depth[at]! - 1] = this.code[at]!;
    return String.fromCharCode(...codes);
  }
}
