import { countHan } from '../../../engine/text/han';
import type { DomElement, DomNode } from './dom';

const FEWEST_LINKS = 3;
/** Of the text of a menu so much stands in links; the rest is separators and a heading. */
const SHARE_OF_LINKS = 0.7;
const LONGEST_LINK_HAN = 40;
const [ELEMENT, TEXT] = [1, 3];
const SENTENCE_END = /[。！？；]/;

/**
 * Takes out menus and lists of links to other pages: elements whose text stands in short links nearly all of it. What holds a
 * sentence outside its links stays. A page of nothing but links stays as it is. Returns the text of each.
 */
export function removeMenus(body: DomElement): string[] {
  const menus = menusIn(body);
  const left =
    countHan(body.textContent ?? '') - menus.reduce((sum, menu) => sum + countHan(menu.textContent ?? ''), 0);
  if (left <= 0) return [];
  for (const menu of menus) menu.remove();
  return menus.map(menu => (menu.textContent ?? '').replace(/\s+/g, ' ').trim());
}

function menusIn(element: DomElement): DomElement[] {
  return [...element.children].flatMap(child => (isMenu(child) ? [child] : menusIn(child)));
}

function isMenu(element: DomElement): boolean {
  const links = [...element.querySelectorAll('a')];
  if (links.length < FEWEST_LINKS) return false;
  const linkTexts = links.map(link => (link.textContent ?? '').trim()).filter(text => text !== '');
  if (linkTexts.some(text => countHan(text) > LONGEST_LINK_HAN || SENTENCE_END.test(text))) return false;
  const inLinks = linkTexts.reduce((sum, text) => sum + countHan(text), 0);
  const outside: string[] = [];
  collectOutsideLinks(element, outside);
  const besides = outside.join(' ');
  const share = inLinks / Math.max(inLinks + countHan(besides), 1);
  return inLinks > 0 && share >= SHARE_OF_LINKS && !SENTENCE_END.test(besides);
}

/** The texts of an element that stand in no link. */
function collectOutsideLinks(node: DomNode, texts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) texts.push(child.textContent ?? '');
    else if (child.nodeType === ELEMENT && !/^a$/i.test((child as DomElement).tagName))
      collectOutsideLinks(child, texts);
  }
}
