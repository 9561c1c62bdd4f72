import type { Letters } from './letters';
import type { Network, State } from './network';

/** What the model thinks of a text behind a cursor. Natural logarithms. */
export interface TextScore {
  /** `upTo[n]`: of the probability that the draft goes on as the text does for its first n + 1 code units. */
  readonly upTo: readonly number[];
  /** Of the probability of its least expected character. */
  readonly least: number;
}

/**
 * Scores texts that may follow a state: character by character, all texts at once, and what they begin with alike once. The
 * last character of a text costs no step.
 *
 * @param previous the character before the cursor
 */
export type ScoreTexts = (state: State, previous: string, texts: readonly string[]) => TextScore[];

/** Some texts that may follow, what they begin with alike being one node. */
interface Node {
  readonly letter: number;
  readonly above: Node | undefined;
  /** The first that goes on from here, and the next that goes on from above. */
  below: Node | undefined;
  beside: Node | undefined;
  total: number;
  least: number;
}

export function createScoreTexts(network: Network, letters: Letters): ScoreTexts {
  /** States of an answer: the next one takes them anew, for a thousand keys would leave much to be collected. */
  const spare: State[] = [];
  return (state, previous, texts) => {
    let taken = 0;
    const place = (): State => {
      spare[taken] ??= network.newState();
      return spare[taken++]!;
    };
    const root = newNode(0, undefined, undefined);
    root.total = 0;
    root.least = Number.POSITIVE_INFINITY;
    const ends = texts.map(text => {
      let node = root;
      for (let at = 0; at < text.length; at++) node = childOf(node, letters(previous + text, previous.length + at));
      return node;
    });
    /** Those of one depth that have some below them, and the state behind each. */
    let inner: readonly Node[] = [root];
    let states: readonly State[] = [state];
    while (inner.length > 0) {
      const expected = network.after(states);
      const goesOn = inner.map((node, i) => {
        const children: Node[] = [];
        for (let child = node.below; child; child = child.beside) {
          const log = expected[i]!.logProbability(child.letter);
          child.total = node.total + log;
          child.least = Math.min(node.least, log);
          if (child.below) children.push(child);
        }
        return children;
      });
      const asked = goesOn.filter(({ length }) => length > 0).map(nodes => nodes.map(({ letter }) => letter));
      const from = states.filter((_, i) => goesOn[i]!.length > 0);
      states = network.read(from, asked, place).flat();
      inner = goesOn.flat();
    }
    return ends.map((end, i) => ({ upTo: totals(end, texts[i]!.length), least: end.least }));
  };
}

const newNode = (letter: number, above: Node | undefined, beside: Node | undefined): Node => ({
  letter,
  above,
  below: undefined,
  beside,
  total: Number.NaN,
  least: Number.NaN,
});

function childOf(node: Node, letter: number): Node {
  for (let child = node.below; child; child = child.beside) if (child.letter === letter) return child;
  node.below = newNode(letter, node, node.below);
  return node.below;
}

function totals(end: Node, length: number): number[] {
  const upTo = new Array<number>(length);
  let node: Node | undefined = end;
  for (let at = length - 1; at >= 0; at--) {
    upTo[at] = node!.total;
    node = node!.above;
  }
  return upTo;
}
