/** A set of clusters of at most so many articles: a `Set` of a hundred thousand takes three times the memory, and as much again while it grows. */
export class ClusterSet {
  /** Open addressing: one more than the number of a cluster, 0 is free. */
  private readonly slots: Int32Array;
  private readonly shift: number;
  #size = 0;

  constructor(articles: number) {
    const bits = Math.ceil(Math.log2(2 * articles + 2));
    this.slots = new Int32Array(2 ** bits);
    this.shift = 32 - bits;
  }

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  has(cluster: number): boolean {
    return this.slots[this.find(cluster)] !== 0;
  }

  /** False where it is there already. */
  add(cluster: number): boolean {
    const slot = this.find(cluster);
    if (this.slots[slot] !== 0) return false;
    this.slots[slot] = cluster + 1;
    this.#size++;
    return true;
  }

  /** The slot of a cluster, or the free one where it belongs. Those of libraries begin at powers of two: the numbers alone would fall together. */
  private find(cluster: number): number {
    const { slots, shift } = this;
    const mask = slots.length - 1;
    let slot = Math.imul(cluster, 0x9e3779b1) >>> shift;
    while (slots[slot] !== 0 && slots[slot] !== cluster + 1) slot = (slot + 1) & mask;
    return slot;
  }
}
