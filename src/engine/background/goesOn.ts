import { isLeadingWord, isMark } from '../text/marks';
import type { PhraseTree } from './phraseTree';

/** What stands before decides how a text goes on: so many characters of it at most, and no fewer than tell. */
const LONGEST_KNOWN = 8;
const SHORTEST_KNOWN = 4;
/** As for wordings of the corpus. Counts are rounded to steps of a fifth: what passes stands in the step of the text itself. */
const NEARLY_ALWAYS = 0.85;

/**
 * How a text nearly always goes on, to the end of a word, over no mark: `…思想科学|` → 指引. '' where the text is whole, or no set phrase.
 */
export function goesOnInBackground(tree: PhraseTree, text: string): string {
  for (let length = Math.min(LONGEST_KNOWN, text.length); length >= SHORTEST_KNOWN; length--) {
    const node = tree.find(text.slice(text.length - length));
    if (node >= 0) return nearlyAlwaysBehind(tree, node);
  }
  return '';
}

function nearlyAlwaysBehind(tree: PhraseTree, head: number): string {
  const least = NEARLY_ALWAYS * tree.count(head);
  let rest = '';
  let text = '';
  for (let node = mostFrequentChild(tree, head); node >= 0; node = mostFrequentChild(tree, node)) {
    if (tree.count(node) < least || isMark(tree.code(node))) break;
    text += String.fromCharCode(tree.code(node));
    if (tree.endsWord(node) && !isLeadingWord(tree.code(node))) rest = text;
  }
  return rest;
}

/** -1: it has none. */
function mostFrequentChild(tree: PhraseTree, node: number): number {
  if (!tree.hasChildren(node)) return -1;
  const first = tree.firstChild(node);
  const last = tree.lastChild(first);
  let best = first;
  for (let child = first + 1; child <= last; child++) if (tree.countStep(child) > tree.countStep(best)) best = child;
  return best;
}
