import { countHan } from '../../../engine/text/han';
import { isNoteMark } from '../noteMark';
import { rowText } from '../tableRow';
import type { DomElement, DomNode, Page } from './dom';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD UL'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG CANVAS SELECT BUTTON INPUT TEXTAREA VIDEO AUDIO HEAD TITLE LINK META RP RT'.split(
    ' ',
  ),
);
const PRE_STYLE = /white-space\s*:\s*(?:pre|break-spaces)/i;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)/i;
/** Boards mark the noise they mix in, and hide it, by this class. */
const NOISE_CLASS = /(?:^|\s)jammer(?:\s|$)/;
const SHORTEST_VEILED_HAN = 60;
/** So many hidden elements within one another are opened. */
const DEEPEST_VEIL = 3;
const ELEMENT = 1;
const TEXT = 3;

/** The text of an element, one block a line; blanks collapse as a browser collapses them. */
export function blockText(element: DomElement): string {
  const lines: string[] = [''];
  appendText(element, lines);
  return lines
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n');
}

/**
 * Takes out what a reader of the page does not see. What is hidden and holds the most of the text is the article, which a
 * script of the page would have shown: it stays.
 */
export function removeInvisible(body: DomElement): void {
  let most: number | null = null;
  const isArticle = (element: DomElement) => {
    most ??= Math.max(countHan(body.textContent ?? '') / 2, SHORTEST_VEILED_HAN);
    return countHan(blockText(element)) > most;
  };
  takeInvisible(body, isArticle, DEEPEST_VEIL);
}

/** Puts a line break where the lines of the source are lines of the text: in what is set out beforehand, by its tag or its style. */
export function breakLines(page: Page): void {
  for (const element of page.querySelectorAll('pre, [style*="white-space" i]')) {
    if (/^pre$/i.test(element.tagName) || PRE_STYLE.test(element.getAttribute('style') ?? ''))
      breakWithin(page, element);
  }
}

function breakWithin(page: Page, node: DomNode): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === ELEMENT) breakWithin(page, child);
    const lines = child.nodeType === TEXT ? (child.textContent ?? '').split(/\r\n|\r|\n/) : [];
    if (lines.length < 2) continue;
    child.replaceWith(...lines.flatMap((line, i) => (i === 0 ? [line] : [page.createElement('br'), line])));
  }
}

function takeInvisible(element: DomElement, isArticle: (element: DomElement) => boolean, veils: number): void {
  for (const child of [...element.children]) {
    if (SKIPPED.has(child.tagName.toUpperCase())) child.remove();
    else if (!isHidden(child)) takeInvisible(child, isArticle, veils);
    else if (veils > 0 && isArticle(child)) takeInvisible(child, isArticle, veils - 1);
    else child.remove();
  }
}

function isHidden(element: DomElement): boolean {
  const style = element.getAttribute('style');
  return (
    element.hasAttribute('hidden') ||
    (style !== null && HIDDEN_STYLE.test(style)) ||
    NOISE_CLASS.test(element.getAttribute('class') ?? '')
  );
}

function appendText(node: DomNode, lines: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) {
      lines[lines.length - 1] += (child.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    } else if (child.nodeType === ELEMENT) appendElement(child as DomElement, lines);
  }
}

function appendElement(element: DomElement, lines: string[]): void {
  const tag = element.tagName.toUpperCase();
  if (SKIPPED.has(tag)) return;
  if (tag === 'SUP' && isNoteMark(element.textContent ?? '', lines.at(-1)!)) return;
  if (tag === 'BR') lines.push('');
  else if (tag === 'TR') {
    // One by one: a cell may hold more than a call takes arguments.
    for (const line of rowLines(element)) lines.push(line);
    lines.push('');
  } else if (BLOCKS.has(tag)) {
    lines.push('');
    appendText(element, lines);
    lines.push('');
  } else appendText(element, lines);
}

/** A row of data is one line, a row that lays out the page is what its cells hold. */
function rowLines(row: DomElement): string[] {
  const cells = [...row.children].filter(child => /^T[DH]$/i.test(child.tagName));
  const contents = cells.map(cell =>
    blockText(cell)
      .split('\n')
      .filter(line => line !== ''),
  );
  return cells.some(isLayoutCell) || contents.some(lines => lines.length > MOST_CELL_LINES)
    ? contents.flat()
    : rowText(contents);
}

const MOST_CELL_LINES = 4;

/** A table cell that holds blocks of its own lays out the page; other cells are data and share a line. */
function isLayoutCell(cell: DomElement): boolean {
  return cell.querySelector('table,ul,ol,h1,h2,h3,h4,div div') !== null;
}
