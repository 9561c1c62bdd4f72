import { COUNT_STEPS, LABEL_BITS, MOST_LABELS, type PhraseColumns } from './phraseTree';

/** A tree of phrases before it is packed: its nodes level by level from the root on, siblings side by side, ascending. */
export interface PhraseNodes {
  /** The code unit of each node; 0 for the root. */
  readonly codes: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  readonly endsWord: ArrayLike<number | boolean>;
  readonly hasChildren: ArrayLike<number | boolean>;
  readonly isLast: ArrayLike<number | boolean>;
}

/** Packs a tree into 22 bits a node. Throws where it has more different code units than labels. */
export function packTree({ codes, counts, endsWord, hasChildren, isLast }: PhraseNodes): PhraseColumns {
  const nodes = codes.length;
  const alphabet = alphabetOf(codes);
  if (alphabet.length > MOST_LABELS) {
    throw new Error(`字种太多，放不下：${alphabet.length} / Too many different characters: ${alphabet.length}`);
  }
  const labelOf = new Uint16Array(0x10000);
  alphabet.forEach((code, label) => {
    labelOf[code] = label;
  });
  const { least, ratio } = stepsOf(counts);
  const labels = new Uint16Array(nodes);
  const rest = new Uint8Array((nodes + 1) >>> 1);
  const inner = new Uint32Array((nodes + 31) >>> 5);
  const last = new Uint32Array((nodes + 31) >>> 5);
  for (let node = 0; node < nodes; node++) {
    const step = Math.min(COUNT_STEPS - 1, Math.max(0, Math.round(Math.log(counts[node]! / least) / Math.log(ratio))));
    labels[node] = labelOf[codes[node]!]! | ((step & 7) << LABEL_BITS);
    rest[node >>> 1]! |= ((step >>> 3) | (endsWord[node] ? 8 : 0)) << ((node & 1) << 2);
    if (hasChildren[node]) inner[node >>> 5]! |= 1 << (node & 31);
    if (isLast[node]) last[node >>> 5]! |= 1 << (node & 31);
  }
  return { nodes, alphabet, labels, rest, inner, last, least, ratio };
}

function alphabetOf(codes: ArrayLike<number>): Uint16Array {
  const occurs = new Uint8Array(0x10000);
  for (let node = 0; node < codes.length; node++) occurs[codes[node]!] = 1;
  const alphabet: number[] = [];
  for (let code = 0; code < occurs.length; code++) if (occurs[code] === 1) alphabet.push(code);
  return Uint16Array.from(alphabet);
}

/** The finest steps that reach from the least count to the largest. */
function stepsOf(counts: ArrayLike<number>): { least: number; ratio: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let node = 0; node < counts.length; node++) {
    least = Math.min(least, counts[node]!);
    most = Math.max(most, counts[node]!);
  }
  return { least, ratio: Math.max(1.0001, (most / least) ** (1 / (COUNT_STEPS - 1))) };
}
