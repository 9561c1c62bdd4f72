/** How a candidate is known at the cursor. Lengths in UTF-16 code units. */
export interface Known {
  /** The longest end of the draft after which the corpus has it; 0: none. */
  readonly inCorpus: number;
  /** Likewise in the draft itself, and in any other source. */
  readonly elsewhere: number;
  /** Of its occurrences in the corpus after that end: at how many a word begins where that begins. */
  readonly contextStartShare: number;
}

/**
 * Would a candidate go on with half a word that the draft does not have? What is known must reach back to where the draft's
 * last word begins: behind 重视测试|, 剂盒 is known only from 试剂盒, whose 试 is part of 测试. And where it reaches no further back,
 * the corpus must have a word begin there, too: 民生|活水平, from 人民生活水平, does not go on with 民生. Where more is the same, the
 * draft says what the corpus says, however either is cut.
 *
 * @param word length of the draft's last word
 */
export function beginsHalfWord(word: number, { inCorpus, elsewhere, contextStartShare }: Known): boolean {
  if (word === 0) return false;
  const known = Math.max(inCorpus, elsewhere);
  return known < word || (known === word && inCorpus === word && contextStartShare < 0.5);
}
