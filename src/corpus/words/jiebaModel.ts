/** The dictionary of jieba, and its hidden Markov model for words that are not in it, as typed arrays. */
export interface JiebaModel {
  /** All beginnings of words as a tree of nodes. */
  readonly tree: WordTree;
  /** Natural logarithm of a word's share of all, below 0, by the node where it ends; 0 where none does. */
  readonly weights: Float64Array;
  /** What a character counts that is in no word. */
  readonly unknown: number;
  /** Characters that the user dictionary has as words: what stands around them does not join them. */
  readonly singles: ReadonlySet<number>;
  readonly hmm: HiddenMarkovModel;
}

/** The words of a dictionary as a tree of characters, in typed arrays. Nodes are numbered from 1; 0 is none. */
export interface WordTree {
  /** The node of each code unit that words begin with. */
  readonly roots: Int32Array;
  /** An open hash table `(parent, code unit) → child`: three numbers an entry, a parent of 0 where it is empty. */
  readonly table: Int32Array;
  /** A bit for each value of that hash: 0 where no node goes on by it. Most questions end here, in a part of memory that stays near. */
  readonly filter: Int32Array;
}

/** The node behind another by a code unit; 0 where no word goes on so. */
export function childOf({ table, filter }: Pick<WordTree, 'table' | 'filter'>, node: number, code: number): number {
  const hashed = hash(node, code);
  if (((filter[(hashed & FILTER_MASK) >> 5]! >> (hashed & 31)) & 1) === 0) return 0;
  const mask = table.length / ENTRY - 1;
  for (let slot = hashed & mask; ; slot = (slot + 1) & mask) {
    const at = slot * ENTRY;
    const parent = table[at]!;
    if (parent === 0) return 0;
    if (parent === node && table[at + 1] === code) return table[at + 2]!;
  }
}

const ENTRY = 3;
/** Bits of the filter, less one: eight times as many as there are nodes. */
const FILTER_MASK = 2 ** 22 - 1;
const hash = (node: number, code: number): number => (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 9;

/** States: 0 begins a word, 1 ends it, 2 is in its middle, 3 is a word. Logarithms. */
export interface HiddenMarkovModel {
  readonly start: Float64Array;
  /** From state × 4 + to state. */
  readonly transition: Float64Array;
  /** By state, then by code unit. */
  readonly emission: readonly Float64Array[];
}

/** Logarithm of the probability of what cannot be, as jieba has it. */
export const IMPOSSIBLE = -3.14e100;
const CODE_UNITS = 0x10000;
const STATES = 4;

/**
 * Reads the files of jieba: lines `word frequency tag`, then those of the user dictionary (`word`, `word tag` or `word frequency tag`),
 * which overrule; the model's numbers and emissions (`字:-5.1,…`), comments left out.
 *
 * Words with characters beyond the basic plane are read by their code units, as texts are.
 */
export function readJiebaModel(dictionary: string, userDictionary: string, hmm: string): JiebaModel {
  const words: string[] = [];
  const frequencies: number[] = [];
  eachLine(dictionary, line => {
    const space = line.indexOf(' ');
    words.push(line.slice(0, space));
    frequencies.push(Number.parseFloat(line.slice(space + 1)));
  });
  const sum = frequencies.reduce((total, frequency) => total + frequency, 0);
  const weights = frequencies.map(frequency => Math.log(frequency / sum));
  const sorted = Float64Array.from(weights).sort();
  const median = sorted[sorted.length >> 1]!;
  const singles = new Set<number>();
  eachLine(userDictionary, line => {
    const [word = '', ...rest] = line.split(' ');
    words.push(word);
    weights.push(rest.length === 2 ? Math.log(Number.parseInt(rest[0]!, 10) / sum) : median);
    if (word.length === 1) singles.add(word.charCodeAt(0));
  });
  return { ...treeOf(words, weights), unknown: sorted[0]!, singles, hmm: readHmm(hmm) };
}

function eachLine(text: string, read: (line: string) => void): void {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    if (line !== '') read(line);
    start = end + 1;
  }
}

function treeOf(words: readonly string[], weights: readonly number[]): Pick<JiebaModel, 'tree' | 'weights'> {
  const roots = new Int32Array(CODE_UNITS);
  const nodeWeights: number[] = [0];
  const newNode = () => nodeWeights.push(0) - 1;
  let table: Int32Array = new Int32Array(ENTRY << 12);
  const filter = new Int32Array((FILTER_MASK + 1) / 32);
  words.forEach((word, number) => {
    if (word === '') return;
    const first = word.charCodeAt(0);
    if (roots[first] === 0) roots[first] = newNode();
    let node = roots[first]!;
    for (let at = 1; at < word.length; at++) {
      const code = word.charCodeAt(at);
      let child = childOf({ table, filter }, node, code);
      if (child === 0) {
        child = newNode();
        // Half of the table stays empty, so that a search is short.
        if (2 * ENTRY * child > table.length) table = doubled(table);
        enter(table, node, code, child);
        const hashed = hash(node, code);
        filter[(hashed & FILTER_MASK) >> 5]! |= 1 << (hashed & 31);
      }
      node = child;
    }
    nodeWeights[node] = weights[number]!;
  });
  return { tree: { roots, table, filter }, weights: Float64Array.from(nodeWeights) };
}

function enter(table: Int32Array, node: number, code: number, child: number): void {
  const mask = table.length / ENTRY - 1;
  let slot = hash(node, code) & mask;
  while (table[slot * ENTRY] !== 0) slot = (slot + 1) & mask;
  table[slot * ENTRY] = node;
  table[slot * ENTRY + 1] = code;
  table[slot * ENTRY + 2] = child;
}

function doubled(table: Int32Array): Int32Array {
  const larger = new Int32Array(2 * table.length);
  for (let at = 0; at < table.length; at += ENTRY) {
    if (table[at] !== 0) enter(larger, table[at]!, table[at + 1]!, table[at + 2]!);
  }
  return larger;
}

function readHmm(text: string): HiddenMarkovModel {
  const lines: string[] = [];
  eachLine(text, line => {
    if (!line.startsWith('#')) lines.push(line);
  });
  const numbers = (line: string) => line.trim().split(/\s+/).map(Number);
  const emission = lines.slice(1 + STATES, 1 + 2 * STATES).map(line => {
    const table = new Float64Array(CODE_UNITS).fill(IMPOSSIBLE);
    for (const pair of line.split(',')) {
      const colon = pair.lastIndexOf(':');
      if (colon === 1) table[pair.charCodeAt(0)] = Number(pair.slice(colon + 1));
    }
    return table;
  });
  return {
    start: Float64Array.from(numbers(lines[0]!)),
    transition: Float64Array.from(lines.slice(1, 1 + STATES).flatMap(numbers)),
    emission,
  };
}
