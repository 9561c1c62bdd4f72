import { countHan } from '../../../engine/text/han';
import type { DomElement } from './dom';
import { blockText } from './htmlBlocks';
import { isProse } from './htmlDensest';

const SHORTEST_LINK_HAN = 5;
/** Lines are not searched for links on a page that has more. */
const MOST_LINKS = 3000;
const SHORTEST_TITLE_HAN = 7;
const FEWEST_ENTRIES = 5;
/** A page without a sentence is one of titles if they have so many times the characters of its text. */
const TITLES_TO_TEXT = 2;
const SHARE_OF_ENTRIES = 0.5;
const SHARE_OF_SENTENCES = 0.3;
/** Of a board with counters beside each entry: so many lines, and such a share of them, are counters. */
const FEWEST_LINES = 12;
const SHARE_OF_COUNTERS = 0.5;
const LONGEST_COUNTER_HAN = 4;
const CUT_OFF = /(?:\.{3}|…)\s*(?:[[【]?(?:详细|查看?全文|阅读全文|更多|全文)[\]】]?)?$/;
const SENTENCE_END = /[。！？”）)]$/;

/** The texts of the links of a page, by lines. */
export function linkTexts(body: DomElement): ReadonlySet<string> {
  const texts = [...body.querySelectorAll('a')].flatMap(link => blockText(link).split('\n'));
  return new Set(texts.filter(text => countHan(text) >= SHORTEST_LINK_HAN));
}

/**
 * Is the text of a page a list of other pages, nothing to read but titles: links, the first words of what they lead to, and counters?
 *
 * @example isListing('全县林业工作会议召开\n…', new Set(['全县林业工作会议召开', …])) // true
 */
export function isListing(text: string, links: ReadonlySet<string>): boolean {
  if (isBare(text, links)) return true;
  const lines = text.split('\n');
  const all = countHan(text);
  const counters = lines.filter(line => /\d/.test(line) && countHan(line) <= LONGEST_COUNTER_HAN).length;
  if (lines.length >= FEWEST_LINES && counters >= lines.length * SHARE_OF_COUNTERS) return true;
  const searched = links.size <= MOST_LINKS ? [...links] : [];
  let [entries, ofEntries, ofSentences] = [0, 0, 0];
  for (const line of lines) {
    const isCut = CUT_OFF.test(line) && isProse(line);
    const linked = isCut || links.has(line) ? countHan(line) : linkedHan(line, searched);
    if (linked > 0) entries++;
    else if (isSentence(line)) ofSentences += countHan(line);
    ofEntries += linked;
  }
  return entries >= FEWEST_ENTRIES && ofEntries >= all * SHARE_OF_ENTRIES && ofSentences < all * SHARE_OF_SENTENCES;
}

/** Is what a page says next to nothing beside the titles it links to, so that all of them went as menus? */
function isBare(text: string, links: ReadonlySet<string>): boolean {
  if (text.split('\n').some(isSentence)) return false;
  const titles = [...links].filter(link => countHan(link) >= SHORTEST_TITLE_HAN);
  const han = titles.reduce((sum, title) => sum + countHan(title), 0);
  return titles.length >= FEWEST_ENTRIES && han >= countHan(text) * TITLES_TO_TEXT;
}

function isSentence(line: string): boolean {
  return isProse(line) && SENTENCE_END.test(line);
}

/** The characters of a line that stand in links. */
function linkedHan(line: string, links: readonly string[]): number {
  const found = links.filter(link => link.length <= line.length && line.includes(link));
  const han = found.reduce((sum, link) => sum + countHan(link), 0);
  return Math.min(han, countHan(line));
}
