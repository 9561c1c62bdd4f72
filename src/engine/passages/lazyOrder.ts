/**
 * The items in order, sorted only as far as they are asked for: of thousands of places an answer shows the first few (a binary heap: Williams 1964).
 * Equal items come in any order.
 *
 * @param compare below 0: `a` comes before `b`
 * @param most that are given
 */
export function* inOrder<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  most = items.length,
): Generator<T, void, undefined> {
  const heap = [...items];
  /** Puts an item where one at `at` was taken out of a heap of `size`. */
  const sink = (item: T, at: number, size: number) => {
    let hole = at;
    for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && compare(heap[child + 1]!, heap[child]!) < 0) child++;
      if (compare(item, heap[child]!) <= 0) break;
      heap[hole] = heap[child]!;
      hole = child;
    }
    heap[hole] = item;
  };
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap[at]!, at, heap.length);
  for (let size = heap.length; size > 0 && heap.length - size < most; ) {
    const first = heap[0]!;
    const last = heap[--size]!;
    sink(last, 0, size);
    yield first;
  }
}
