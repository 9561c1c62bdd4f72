import type { PhraseTree } from '../../background/phraseTree';
import { isMark } from '../../text/marks';
import type { Context } from '../sources/contexts';
import { DRAFT } from '../sources/counters';
import type { Frequency } from '../sources/frequency';
import type { Focus } from '../sources/topic/focus';
import type { Counted } from './candidates';

/** What tells about how often a candidate occurs in the corpus without a search. */
export interface Estimated {
  /** How often the background has it; 0: it has not. */
  readonly backgroundCount: number;
  /** How often the corpus has it after the longest context that it has it after; 0: after none. */
  readonly contextCount: number;
}

/** What an answer is computed from, beside the candidates themselves. */
export interface RequestInput {
  /** The draft before the cursor, whole. */
  readonly before: string;
  readonly title: string;
  readonly contexts: readonly Context[];
  /** Length of the longest context that the draft, the like articles and the background know. */
  readonly longest: { readonly draft: number; readonly focus: number; readonly background: number };
  /** The background of set phrases, if there is one. */
  readonly tree: PhraseTree | undefined;
  readonly focus: Focus;
  /** Length of the corpus, UTF-16. */
  readonly characters: number;
  readonly frequency: Frequency;
  /** Instead of it, where that would take long. */
  readonly estimate: ((candidate: Estimated) => number) | undefined;
  /** Share of the occurrences of the context at which a word starts at the cursor; -1: unknown. */
  readonly wordStartsHere: number;
  /** Length of the draft's last word; 0: a mark stands before the cursor. */
  readonly wordLength: number;
}

/** What all candidates of one request have in common. */
export interface RequestFacts extends RequestInput {
  /** The end of the draft. */
  readonly recent: string;
  /** 0: within a clause, 1: after a digit or Latin letter, 2: after a mark, 3: paragraph start. */
  readonly previousKind: number;
  /** Characters since the last mark, 40 at most. */
  readonly clauseLength: number;
  /** How often the last character before the cursor stands in the draft. */
  readonly draftSeen: number;
}

const RECENT_DRAFT = 3000;
const LONGEST_CLAUSE = 40;

/** What of a request all its candidates share, worked out once. */
export function requestFacts(input: RequestInput, { trie }: Pick<Counted, 'trie'>): RequestFacts {
  return {
    ...input,
    recent: input.before.slice(-RECENT_DRAFT),
    previousKind: previousKind(input.before),
    clauseLength: clauseLength(input.before),
    draftSeen: trie.counts[DRAFT.base + 1]!,
  };
}

function previousKind(before: string): number {
  if (before === '' || before.endsWith('\n')) return 3;
  if (isMark(before.charCodeAt(before.length - 1))) return 2;
  return /[0-9A-Za-z]$/.test(before.slice(-1)) ? 1 : 0;
}

function clauseLength(before: string): number {
  const most = Math.min(LONGEST_CLAUSE, before.length);
  let length = 0;
  while (length < most && !isMark(before.charCodeAt(before.length - 1 - length))) length++;
  return length;
}
