/** The k keys with the greatest values of a long row, without sorting it: a min-heap of k, the least on top. */
export class TopK {
  private readonly heap: { readonly key: number; readonly value: number }[] = [];

  /** @param floor values up to this do not count */
  constructor(
    private readonly k: number,
    private readonly floor: number,
  ) {}

  /** A value must be above this to matter now. */
  get least(): number {
    return this.heap.length < this.k ? this.floor : this.heap[0]!.value;
  }

  add(key: number, value: number): void {
    if (!(value > this.least)) return;
    const { heap } = this;
    const one = { key, value };
    if (heap.length < this.k) {
      let at = heap.push(one) - 1;
      for (let above = (at - 1) >> 1; at > 0 && heap[above]!.value > value; above = (at - 1) >> 1) {
        heap[at] = heap[above]!;
        at = above;
      }
      heap[at] = one;
      return;
    }
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < heap.length && heap[below + 1]!.value < heap[below]!.value) below++;
      if (below >= heap.length || heap[below]!.value >= value) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = one;
  }

  /** Greatest value first; of equal values the smaller key. */
  keys(): number[] {
    return [...this.heap].sort((a, b) => b.value - a.value || a.key - b.key).map(({ key }) => key);
  }
}
