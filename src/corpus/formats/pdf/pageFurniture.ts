import { bodySize, type Fragment, type Page, percentile } from './layout';

/** Running heads stand in this part of the page from its top, and feet from its bottom. */
const MARGIN_SHARE = 0.14;
/** What stands at the same height on so many pages is no text of one of them. */
const FEWEST_PAGES = 2;
const SHARE_OF_PAGES = 0.3;
const SAME_HEIGHT = 6;
/** The distance of a head to the text, in parts of the type size. */
const APART = 2;
/** A page number has so much room around it in its line, in parts of its size. */
const NEAR = 2.2;
const PAGE_NUMBER =
  /^[\s—–\-_·•~～.]*(?:第\s*)?(?:\d{1,4}|[一二三四五六七八九十百]{1,4}|[ivxIVX]{1,5})(?:\s*页)?(?:\s*[/／,，|]?\s*(?:共\s*)?\d{1,4}\s*页?)?[\s—–\-_·•~～.]*$/;
const PAGE_OF = /^(?:page|p\.)\s*\d+(?:\s*(?:of|\/)\s*\d+)?$/i;
/** What browsers print at the edges. */
const BROWSER =
  /^(?:(?:https?|file):\/\/\S+|about:blank)\s*(?:\d+\s*\/\s*\d+)?$|^\d{1,4}[/-]\d{1,2}[/-]\d{1,4},?\s+(?:上午|下午)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?$/;
const NOTE =
  /^\s*(?:[[〔［(（]\s*\d{1,3}\s*[\]〕］)）]|[①-⑳⑴-⒛*※†]|[⁰¹²³⁴-⁹]{1,3}|\d{1,3}\s*(?:$|(?=[^\d\s.．、,，%％年月日]))|[ivx]{1,4}\s*$)|^\s*注\s*[:：\d]/;
/** A note is set in type smaller than that of the text. */
const NOTE_SIZE = 0.93;

/** The pages without running heads, feet, page numbers and footnotes. */
export function withoutFurniture(pages: readonly Page[]): Page[] {
  const repeated = repeatedLines(pages);
  const size = bodySize(pages.flatMap(({ fragments }) => fragments));
  return pages.map(page => {
    const kept = page.fragments.filter(
      fragment =>
        !zoneOf(fragment, page) ||
        !(
          besideStamp(fragment, page) ||
          isNumber(fragment, page) ||
          (repeated.has(keyOf(fragment, page)) && standsApart(fragment, page, size))
        ),
    );
    return { ...page, fragments: withoutNotes(kept, size) };
  });
}

function zoneOf({ y }: Fragment, { height }: Page): 'head' | 'foot' | null {
  if (y <= height * MARGIN_SHARE) return 'head';
  return y >= height * (1 - MARGIN_SHARE) ? 'foot' : null;
}

/** A page number stands alone in its line, with nothing of the text beyond it. */
function isNumber(fragment: Fragment, { fragments }: Page): boolean {
  const { text, y, left, right, size } = fragment;
  if (BROWSER.test(text)) return true;
  if (!PAGE_NUMBER.test(text) && !PAGE_OF.test(text)) return false;
  const others = fragments.filter(other => other !== fragment && !BROWSER.test(other.text));
  const isEdge = others.every(other => other.y >= y - SAME_HEIGHT) || others.every(other => other.y <= y + SAME_HEIGHT);
  const isAlone = others.every(other => Math.abs(other.y - y) > SAME_HEIGHT);
  // Beside a running head there is room; a note has its mark near.
  const near = others.filter(
    other =>
      Math.abs(other.y - y) <= SAME_HEIGHT && other.left < right + NEAR * size && other.right > left - NEAR * size,
  );
  return isEdge && (isAlone || (/\d/.test(text) && near.length === 0));
}

/** In a line with what the browser prints: the title of the page. */
function besideStamp({ y }: Fragment, { fragments }: Page): boolean {
  return fragments.some(other => Math.abs(other.y - y) < 1 && BROWSER.test(other.text));
}

/** Running heads are set in other type, or at a distance from the text: a line of text may recur too. */
function standsApart({ y, size: own, text }: Fragment, page: Page, size: number): boolean {
  if (Math.abs(own - size) > size * 0.05) return true;
  const inward = y < page.height / 2 ? 1 : -1;
  const distances = page.fragments.map(other => (other.y - y) * inward).filter(distance => distance > own * 0.5);
  return Math.min(...distances) > own * APART || PAGE_NUMBER.test(text);
}

/** Keys of the lines that stand on several pages at one height, figures apart: dates, titles, names of papers. */
function repeatedLines(pages: readonly Page[]): Set<string> {
  const counts = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const fragment of page.fragments) {
      if (!zoneOf(fragment, page)) continue;
      const key = keyOf(fragment, page);
      counts.set(key, (counts.get(key) ?? new Set()).add(page.number));
    }
  }
  const fewest = Math.max(FEWEST_PAGES, pages.length * SHARE_OF_PAGES);
  return new Set([...counts].filter(([, on]) => on.size >= fewest).map(([key]) => key));
}

/** Left and right pages mirror their heads, so the place within the line does not count. */
function keyOf({ text, y }: Fragment, { height }: Page): string {
  const place = y < height / 2 ? y : y - height;
  return `${Math.round(place / SAME_HEIGHT)}|${text.replace(/\d+/g, '#').replace(/\s+/g, '')}`;
}

/** Takes off the notes at the foot: from the first line of small type with a mark, below all type of full size. */
function withoutNotes(fragments: readonly Fragment[], size: number): Fragment[] {
  const text = fragments.filter(fragment => fragment.size >= size * NOTE_SIZE);
  const foot = percentile(
    text.map(({ y }) => y),
    1,
  );
  const below = fragments.filter(fragment => fragment.size < size * NOTE_SIZE && fragment.y > foot + 2);
  const first = below
    .filter(({ text }) => NOTE.test(text))
    .reduce((top, { y }) => Math.min(top, y), Number.POSITIVE_INFINITY);
  return fragments.filter(fragment => !(fragment.size < size * NOTE_SIZE && fragment.y >= first - 1));
}
