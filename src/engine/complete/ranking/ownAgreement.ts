/** What is known of a candidate from the writer's own articles. */
export interface OwnEvidence {
  /** Length of the longest context it was seen after. */
  readonly contextLength: number;
  /** Articles that go on so after it, as far as they were looked at. */
  readonly articles: number;
  /** The least of the probabilities by the corpus, the draft and the articles like it. */
  readonly share: number;
}

/** A context that says where one is: fewer characters are a word. */
const CONTEXT = 4;
/** One article alone may be quoted by nobody else. */
const ARTICLES = 2;
/** Hardly anything else follows. */
const SHARE = 0.5;
/** Of the likeliest such candidates on held-out text, three in ten are right where the background has never heard of them. */
const LEAST = 0.3;

/**
 * The least probability of what several of the writer's own articles agree upon. The trees have learned from corpora of a
 * hundred articles and more; of a smaller one they believe too little, though its articles are the likest to the draft.
 *
 *     leastByAgreement({ contextLength: 5, articles: 2, share: 0.95 }) → 0.27
 */
export function leastByAgreement({ contextLength, articles, share }: OwnEvidence): number {
  return contextLength >= CONTEXT && articles >= ARTICLES && share > SHARE ? LEAST * share * share : 0;
}
