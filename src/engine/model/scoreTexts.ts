import type { Letters } from './letters';
import type { Network, Next, State } from './network';

/** What the model thinks of a text behind a cursor. Natural logarithms. */
export interface TextScore {
  /** `upTo[n]`: of the probability that the draft goes on as the text does for its first n + 1 code units. */
  readonly upTo: readonly number[];
  /** Of the probability of its least expected character. */
  readonly least: number;
}

/**
 * Scores texts that may follow a state: character by character, all texts at once, and what they begin with alike once. The
 * last character of a text costs no step, nor does what was read of a text at the last key, if that was its next character.
 *
 * @param previous the character before the cursor
 */
export type ScoreTexts = (state: State, previous: string, texts: readonly string[]) => TextScore[];

/** What the network has read up to a character, and what it expects behind it: written once, used until no tree has it. */
interface Reading {
  readonly state: State;
  readonly next: Next;
  isNextKnown: boolean;
}

/** Some texts that may follow, what they begin with alike being one node. */
interface Node {
  readonly letter: number;
  above: Node | undefined;
  /** The first that goes on from here, and the next that goes on from above. */
  below: Node | undefined;
  beside: Node | undefined;
  /** Once it was read. */
  reading: Reading | undefined;
  /** The answers that it was last asked for in, and that any below it was. */
  asked: number;
  askedBelow: number;
  total: number;
  least: number;
}

/** Nodes of a tree, as many as some answers at one place may leave: then it is made anew. */
const MOST_NODES = 1_000;

/** Scores the texts of one draft: what it remembers is of the last places asked about. */
export function createScoreTexts(network: Network, letters: Letters): ScoreTexts {
  let answer = 0;
  let root: Node | undefined;
  let nodes = 0;
  /** Readings that no tree has any more: a thousand keys would leave much to be collected. */
  const spare: Reading[] = [];
  const takeReading = (): Reading => {
    const reading = spare.pop() ?? { state: network.newState(), next: network.newNext(), isNextKnown: false };
    reading.isNextKnown = false;
    return reading;
  };
  function free(node: Node, kept: Node | undefined): void {
    if (node === kept) return;
    if (node.reading) spare.push(node.reading);
    nodes--;
    for (let child = node.below; child; child = child.beside) free(child, kept);
  }
  /** The tree of the last answer, or what of it goes on from this state; else a new one. */
  function rootAt(state: State): Node {
    let kept = root && isAt(root, state) ? root : undefined;
    for (let child = root?.below; child && !kept; child = child.beside) if (isAt(child, state)) kept = child;
    if (nodes > MOST_NODES) kept = undefined;
    if (root) free(root, kept);
    if (kept) {
      kept.above = undefined;
      kept.beside = undefined;
      return kept;
    }
    const made = newNode(0, undefined, undefined);
    made.reading = takeReading();
    made.reading.state.set(state);
    nodes = 1;
    return made;
  }
  function childOf(node: Node, letter: number): Node {
    node.askedBelow = answer;
    for (let child = node.below; child; child = child.beside) if (child.letter === letter) return child;
    nodes++;
    node.below = newNode(letter, node, node.below);
    return node.below;
  }
  function askedBelow(node: Node): Node[] {
    const children: Node[] = [];
    for (let child = node.below; child; child = child.beside) if (child.asked === answer) children.push(child);
    return children;
  }
  /** Reads on to those that were not read before. */
  function read(children: readonly (readonly Node[])[]): void {
    const unread = children.map(of => of.filter(({ reading }) => !reading)).filter(({ length }) => length > 0);
    const from = unread.map(of => of[0]!.above!.reading!.state);
    const given: Reading[] = [];
    const states = () => {
      const reading = takeReading();
      given.push(reading);
      return reading.state;
    };
    network.read(
      from,
      unread.map(of => of.map(({ letter }) => letter)),
      states,
    );
    unread.flat().forEach((node, i) => {
      node.reading = given[i];
    });
  }

  return (state, previous, texts) => {
    answer++;
    root = rootAt(state);
    root.total = 0;
    root.least = Number.POSITIVE_INFINITY;
    const ends = texts.map(text => {
      let node = root!;
      for (let at = 0; at < text.length; at++) {
        node = childOf(node, letters(previous + text, previous.length + at));
        node.asked = answer;
      }
      return node;
    });
    /** Those of one depth that some texts go on from. */
    let inner: readonly Node[] = [root];
    while (inner.length > 0) {
      const unknown = inner.map(({ reading }) => reading!).filter(({ isNextKnown }) => !isNextKnown);
      network.after(
        unknown.map(reading => reading.state),
        unknown.map(reading => reading.next),
      );
      for (const reading of unknown) reading.isNextKnown = true;
      const goesOn = inner.map(node => {
        const children = askedBelow(node);
        for (const child of children) {
          const log = node.reading!.next.logProbability(child.letter);
          child.total = node.total + log;
          child.least = Math.min(node.least, log);
        }
        return children.filter(child => child.askedBelow === answer);
      });
      read(goesOn);
      inner = goesOn.flat();
    }
    return ends.map((end, i) => ({ upTo: totals(end, texts[i]!.length), least: end.least }));
  };
}

/** Is it what was read up to there? The states of two readings agree in all their numbers only where they are the same. */
function isAt({ reading }: Node, state: State): boolean {
  return reading?.state.every((number, i) => number === state[i]) ?? false;
}

const newNode = (letter: number, above: Node | undefined, beside: Node | undefined): Node => ({
  letter,
  above,
  below: undefined,
  beside,
  reading: undefined,
  asked: 0,
  askedBelow: 0,
  total: Number.NaN,
  least: Number.NaN,
});

function totals(end: Node, length: number): number[] {
  const upTo = new Array<number>(length);
  let node: Node | undefined = end;
  for (let at = length - 1; at >= 0; at--) {
    upTo[at] = node!.total;
    node = node!.above;
  }
  return upTo;
}
