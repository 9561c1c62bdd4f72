/** What is known of a node of the trie from the longest context of the corpus that has it. Flat, by node. */
export interface NodeEvidence {
  /** Index into the contexts, or `NOT_IN_CORPUS`, or `ONLY_IN_BACKGROUND`. */
  readonly context: Int8Array;
  /** Occurrences looked at after that context. */
  readonly samples: Int32Array;
  /** Articles among them. */
  readonly articles: Int32Array;
  /** Samples in which a word starts at the cursor. */
  readonly wordStarts: Int32Array;
  /** Samples in which a word starts with the context. */
  readonly contextStarts: Int32Array;
  /** Sum over the samples of the likeness of their article to the draft. */
  readonly likeness: Float32Array;
  readonly lastArticle: Int32Array;
}

/** Only the draft, or an article like it beyond the samples, has the node. */
export const NOT_IN_CORPUS = -1;

/** The corpus has it not, but the background has. */
export const ONLY_IN_BACKGROUND = -2;

/** Does the corpus go on like this, as far as it was looked at? */
export const isInCorpus = ({ context }: NodeEvidence, node: number): boolean => context[node]! >= 0;

/** Tables for so many nodes. */
export function newEvidence(nodes: number): NodeEvidence {
  return {
    context: new Int8Array(nodes),
    samples: new Int32Array(nodes),
    articles: new Int32Array(nodes),
    wordStarts: new Int32Array(nodes),
    contextStarts: new Int32Array(nodes),
    likeness: new Float32Array(nodes),
    lastArticle: new Int32Array(nodes),
  };
}
