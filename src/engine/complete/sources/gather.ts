import type { PhraseTree } from '../../background/phraseTree';
import type { CorpusView } from '../../index/segment';
import { toFullWidth } from '../../text/fullWidth';
import type { Draft } from '../request';
import type { Scratch } from '../scratch';
import { addBackground, fillBackground } from './backgroundSource';
import { blendContexts } from './blend';
import { type Context, contextsBefore } from './contexts';
import { addCorpus } from './corpusSource';
import { DRAFT, FOCUS } from './counters';
import { addText } from './textSource';
import type { Focus } from './topic/focus';
import type { Topic } from './topic/topic';

/** What the sources have behind a cursor. The continuations themselves stand in the tables that were filled. */
export interface Gathered {
  /** The end of the draft in the form the corpus has, which the contexts are of. */
  readonly reach: string;
  /** Contexts before the cursor that the corpus has, from the shortest to the longest. */
  readonly contexts: readonly Context[];
  /** Length of the longest context that each of the other sources has, UTF-16; 0: none. */
  readonly longest: { readonly draft: number; readonly focus: number; readonly background: number };
  /** The text of the articles most like the draft. */
  readonly focus: Focus;
  /** The part of the draft that was searched. */
  readonly text: string;
}

/** Draft text that is searched for continuations, UTF-16 code units before the cursor. */
const DRAFT_REACH = 20_000;

/**
 * Fills the tables of a request: what goes on behind the cursor in the corpus, in the draft itself, in the articles most like it and in
 * the background, and how probable each continuation is by all of them together.
 */
export function gather(
  { trie, evidence, background, blend }: Scratch,
  view: CorpusView,
  phraseTree: PhraseTree | undefined,
  topic: Topic,
  { before, title = '' }: Draft,
): Gathered {
  const reach = contextText(before);
  topic.update(before, title);
  const focus = topic.focus();

  trie.reset();
  const contexts = contextsBefore(view, reach);
  addCorpus(trie, evidence, view, contexts, topic.likeness);
  addBackground(trie, evidence, background, phraseTree, reach);
  const text = before.slice(-DRAFT_REACH);
  const longest = {
    draft: addText(trie, evidence, reach, { text, counters: DRAFT }),
    focus: addText(trie, evidence, reach, { text: focus.text, isWordStart: focus.isWordStart, counters: FOCUS }),
    background: background.longest,
  };
  fillBackground(trie, background, phraseTree);
  blendContexts(trie, evidence, contexts, background, longest, blend);
  return { reach, contexts, longest, focus, text };
}

/** The end of the draft in the form the corpus has. `走在前,干在|` is looked up as 走在前，干在. */
function contextText(before: string): string {
  const tail = before.slice(-48);
  return /[,;:!?()"]/.test(tail) ? toFullWidth(tail) : tail;
}
