import type { PhraseTree } from './phraseTree';

export interface BestFirstOptions {
  /** Phrases visited at most. */
  readonly most: number;
  /** None that is less than this share of the first. */
  readonly leastShare: number;
}

/**
 * Visits what goes on from a node of a tree, the most frequent first, parents before children. `visit` gets what it returned for the
 * parent, `start` at first, and returns below 0 where a phrase is not to be gone on with.
 *
 * @example bestFirst(tree, tree.find('高质量'), 0, { most: 10, leastShare: 0 }, node => …) // 发, 发展, 发展，…
 */
export function bestFirst(
  tree: PhraseTree,
  from: number,
  start: number,
  { most, leastShare }: BestFirstOptions,
  visit: (node: number, parent: number) => number,
): void {
  const waiting = new Waiting();
  const least = leastShare * tree.count(from);
  const expand = (node: number, mark: number): void => {
    if (!tree.hasChildren(node)) return;
    const first = tree.firstChild(node);
    const last = tree.lastChild(first);
    for (let child = first; child <= last; child++) {
      const count = tree.count(child);
      if (count > least) waiting.add(child, mark, count);
    }
  };
  expand(from, start);
  for (let visited = 0; visited < most && waiting.size > 0; visited++) {
    const { node, mark } = waiting.take();
    const next = visit(node, mark);
    if (next >= 0) expand(node, next);
  }
}

/** A binary heap, the greatest count on top; of equal counts the smaller node. */
class Waiting {
  readonly #nodes: number[] = [];
  readonly #marks: number[] = [];
  readonly #counts: number[] = [];

  get size(): number {
    return this.#nodes.length;
  }

  add(node: number, mark: number, count: number): void {
    let at = this.#nodes.length;
    this.#put(at, node, mark, count);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  take(): { node: number; mark: number } {
    const top = { node: this.#nodes[0]!, mark: this.#marks[0]! };
    const end = this.#nodes.length - 1;
    this.#swap(0, end);
    this.#nodes.length = this.#marks.length = this.#counts.length = end;
    for (let at = 0; ; ) {
      let below = 2 * at + 1;
      if (below >= end) return top;
      if (below + 1 < end && this.#isBefore(below + 1, below)) below++;
      if (!this.#isBefore(below, at)) return top;
      this.#swap(at, below);
      at = below;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const difference = this.#counts[a]! - this.#counts[b]!;
    return difference > 0 || (difference === 0 && this.#nodes[a]! < this.#nodes[b]!);
  }

  #put(at: number, node: number, mark: number, count: number): void {
    this.#nodes[at] = node;
    this.#marks[at] = mark;
    this.#counts[at] = count;
  }

  #swap(a: number, b: number): void {
    const node = this.#nodes[a]!;
    const mark = this.#marks[a]!;
    const count = this.#counts[a]!;
    this.#put(a, this.#nodes[b]!, this.#marks[b]!, this.#counts[b]!);
    this.#put(b, node, mark, count);
  }
}
