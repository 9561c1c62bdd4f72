import { segmentEnds } from '../../text/segmentWords';

/** How a candidate is known at the cursor. Lengths in UTF-16 code units. */
export interface Known {
  readonly text: string;
  /** The longest end of the draft after which the corpus has it; 0: none. */
  readonly inCorpus: number;
  /** Likewise in the draft itself. */
  readonly inDraft: number;
  /** Likewise in the likest articles and in the background. */
  readonly elsewhere: number;
  /** Of its occurrences in the corpus after that end: at how many a word begins where that begins. */
  readonly contextStartShare: number;
}

/**
 * Would a candidate go on with half a word that the draft does not have? What is known must reach back to where the draft's
 * last word begins: behind 重视测试|, 剂盒 is known only from 试剂盒, whose 试 is part of 测试. And where it reaches no further back,
 * the corpus must have a word begin there, too: 民生|活水平, from 人民生活水平, does not go on with 民生. Where more is the same, the
 * draft says what the corpus says, however either is cut. So it is with what the draft had before: 我完全|同意 is none for 谱写全|. Other
 * sources have no words: what only they know so far is cut with the draft's.
 *
 * @param word the draft's last word
 * @param beginsWordInDraft did a word begin with it where the draft had the text before?
 */
export function beginsHalfWord(
  word: string,
  { text, inCorpus, inDraft, elsewhere, contextStartShare }: Known,
  beginsWordInDraft: (text: string) => boolean = () => true,
): boolean {
  const { length } = word;
  if (length === 0) return false;
  const known = Math.max(inCorpus, inDraft, elsewhere);
  if (known !== length) return known < length;
  if (inCorpus === length) return contextStartShare < 0.5;
  return inDraft === length ? !beginsWordInDraft(text) : takesFrom(word, text);
}

/** Does a word that the text goes on with begin within this one? 负总|书记 and 开工|作 do, 各部门|要 does not. */
function takesFrom(word: string, text: string): boolean {
  const begun = segmentEnds(word + text.slice(0, TELLING)).findLast(at => at <= word.length) ?? 0;
  return begun > 0 && begun < word.length;
}

/**
 * Would a text be cut as if the last word of the clause before it were two? `始终奉行|政区` would: 行政区 takes half of 奉行. `创新性转|化` would
 * not: there the clause itself ends within a word, and what it says cannot be cut yet.
 */
export function splitsLastWord(clause: string, text: string): boolean {
  const start = segmentEnds(clause).at(-2) ?? 0;
  return segmentEnds(clause + text.slice(0, TELLING)).some(at => at > start && at < clause.length);
}

/** So much of a text tells how its beginning is cut. */
const TELLING = 4;
