import { COUNT_STEPS, type PhraseTree } from './phraseTree';

/** Where a visit ends. */
export interface BestFirstOptions {
  /** Phrases visited at most. */
  readonly most: number;
  /** None that is less than this share of the first. */
  readonly leastShare: number;
}

/**
 * Visits what goes on from a node of a tree, the most frequent first, parents before children. `visit` gets what it returned for the
 * parent, `start` at first, and returns below 0 where a phrase is not to be gone on with. Whoever asks often hands `waiting` in.
 *
 * @example bestFirst(tree, tree.find('高质量'), 0, { most: 10, leastShare: 0 }, node => …) // 发, 发展, 发展，…
 */
export function bestFirst(
  tree: PhraseTree,
  from: number,
  start: number,
  { most, leastShare }: BestFirstOptions,
  visit: (node: number, parent: number) => number,
  waiting: Waiting = new Waiting(),
): void {
  waiting.clear(tree.size, most);
  const commonStep = tree.stepAbove(leastShare * tree.count(from));
  const expand = (node: number, mark: number): void => {
    if (!tree.hasChildren(node)) return;
    const first = tree.firstChild(node);
    const last = tree.lastChild(first);
    for (let child = first; child <= last; child++) {
      const step = tree.countStep(child);
      if (step >= commonStep) waiting.add(child, step, mark);
    }
  };
  expand(from, start);
  for (let left = most; left > 0 && waiting.size > 0; left--) {
    const mark = waiting.mark;
    const node = waiting.take();
    const next = visit(node, mark);
    if (next >= 0 && left > 1) expand(node, next);
  }
}

/**
 * A binary heap, the greatest count on top; of equal counts the smaller node. Both are one number, the least on top. What cannot have
 * a turn any more, for as many of greater counts wait as will be taken, is not put in.
 */
export class Waiting {
  size = 0;
  /** So many will be taken yet; of those that wait so many have at least the step `#least`, and that is the greatest such step. */
  #left = 0;
  #enough = 0;
  #least = 0;
  /** By step of the count. */
  readonly #waiting = new Int32Array(COUNT_STEPS);
  /** Of the tree. */
  #nodes = 0;
  readonly #keys: number[] = [];
  readonly #marks: number[] = [];

  clear(nodes: number, most: number): void {
    this.size = 0;
    this.#nodes = nodes;
    this.#left = most;
    this.#enough = 0;
    this.#least = 0;
    this.#waiting.fill(0);
  }

  /** Of the node on top. */
  get mark(): number {
    return this.#marks[0]!;
  }

  add(node: number, step: number, mark: number): void {
    if (step < this.#least) return;
    this.#waiting[step]!++;
    this.#enough++;
    while (this.#enough - this.#waiting[this.#least]! >= this.#left) this.#enough -= this.#waiting[this.#least++]!;
    const key = (COUNT_STEPS - 1 - step) * this.#nodes + node;
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#keys[above]! < key) break;
      this.#keys[at] = this.#keys[above]!;
      this.#marks[at] = this.#marks[above]!;
      at = above;
    }
    this.#keys[at] = key;
    this.#marks[at] = mark;
  }

  /** Takes the node on top. */
  take(): number {
    const top = this.#keys[0]!;
    const end = --this.size;
    const key = this.#keys[end]!;
    const mark = this.#marks[end]!;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < end && this.#keys[below + 1]! < this.#keys[below]!) below++;
      if (below >= end || this.#keys[below]! > key) break;
      this.#keys[at] = this.#keys[below]!;
      this.#marks[at] = this.#marks[below]!;
      at = below;
    }
    this.#keys[at] = key;
    this.#marks[at] = mark;
    const steps = Math.floor(top / this.#nodes);
    this.#waiting[COUNT_STEPS - 1 - steps]!--;
    this.#enough--;
    this.#left--;
    return top - steps * this.#nodes;
  }
}
