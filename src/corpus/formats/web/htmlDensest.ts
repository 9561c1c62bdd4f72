import { countHan } from '../../../engine/text/han';
import type { DomElement } from './dom';
import { blockText } from './htmlBlocks';

/** A block is prose from this many Chinese characters on, if it has a clause mark; links and menus have neither. */
const SHORTEST_PROSE_HAN = 18;
const CLAUSE_MARK = /[，。；：！？,;]/;
/** An element is narrowed down to the child that holds at least this share of its prose. */
const SHARE_OF_PARENT = 0.85;

/** The smallest element that holds nearly all the prose of a page. */
export function densestBlock(body: DomElement): DomElement {
  let densest = { element: body, prose: proseHan(blockText(body)) };
  for (;;) {
    const next = densest.prose > 0 && childWith(densest.element, densest.prose * SHARE_OF_PARENT);
    if (!next || !holdsBlocks(next.element)) return densest.element;
    densest = next;
  }
}

/** The first child with so much prose. */
function childWith(parent: DomElement, least: number): { element: DomElement; prose: number } | null {
  for (const element of parent.children) {
    const prose = proseHan(blockText(element));
    if (prose >= least) return { element, prose };
  }
  return null;
}

/** Number of Chinese characters in lines that read like prose. */
export function proseHan(text: string): number {
  let total = 0;
  for (const line of text.split('\n')) {
    if (isProse(line)) total += countHan(line);
  }
  return total;
}

/** Does a line read like prose, not like a link, a heading or a word of a menu? */
export function isProse(line: string): boolean {
  return countHan(line) >= SHORTEST_PROSE_HAN && CLAUSE_MARK.test(line);
}

/** One long paragraph is not the article: stop above it. */
function holdsBlocks(element: DomElement): boolean {
  return element.querySelector('p,br,div,li,td') !== null;
}
