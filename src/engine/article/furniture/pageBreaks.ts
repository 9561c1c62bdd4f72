import { countHan } from '../../text/han';
import { isClosing, isSentenceEnd } from '../../text/punctuation';
import type { CleanLine } from '../cleaning/cleanLines';
import { isNumbered } from '../cleaning/numbered';

const BARE_NUMBER = /^\d{1,4}$/;
const PAGE_NUMBER =
  /^(?:[-—–－·.•\s]*\d{1,4}[-—–－·.•\s]*|[\s=＝*#＊~～_—–-]*第\s*\d+\s*页(?:[\s，/]*共\s*\d+\s*页)?[\s=＝*＊~～_—–-]*|\d{1,4}\s*\/\s*\d{1,4})$/;
/** 1 / 5 */
const NUMBER_OF_ALL = /^(\d{1,4})\s*\/\s*(\d{1,4})$/;
const LONGEST_RUNNING_HEAD_HAN = 30;
const FEWEST_REPEATS = 3;
const MOST_LINES_BETWEEN = 3;
const SHORTEST_OPEN_HAN = 12;
const CLOSING_MARK = /^[，。；：！？、”’）》】]/;

/** The lines that a page break left behind, and the lines that go on with the sentence it cut. */
export interface PageBreaks {
  readonly dropped: ReadonlySet<number>;
  readonly continued: ReadonlySet<number>;
}

/**
 * Finds page numbers and running heads. A number alone in its line may be the number of a section: it counts as that of a
 * page where it stands inside a sentence, or in step with others one of which does. A running head stands beside such a
 * number inside the sentence, or comes again and again.
 */
export function pageBreaks(lines: readonly CleanLine[]): PageBreaks {
  const dropped = new Set<number>();
  const continued = new Set<number>();
  const heads = repeatedLines(lines);
  const usesIndent = lines.some(line => line.isIndented);
  for (let i = 0; i < lines.length; i++) {
    if (dropped.has(i) || !(PAGE_NUMBER.test(lines[i]!.text) || heads.has(lines[i]!.text))) continue;
    const hole = holeAround(lines, i, usesIndent);
    if (hole === null) continue;
    for (let at = hole.from; at < hole.to; at++) dropped.add(at);
    continued.add(hole.to);
  }
  dropInStep(lines, dropped);
  dropCounted(lines, dropped);
  const isPage = (i: number) => dropped.has(i) || isMarkedPage(lines[i]?.text ?? '');
  for (const [i, line] of lines.entries()) if (heads.has(line.text) && (isPage(i - 1) || isPage(i + 1))) dropped.add(i);
  return { dropped, continued };
}

/** The short lines between a sentence that breaks off and its continuation, with a page number among them. */
function holeAround(lines: readonly CleanLine[], at: number, usesIndent: boolean): { from: number; to: number } | null {
  let from = at;
  let to = at + 1;
  while (at - from < MOST_LINES_BETWEEN && from > 0 && isScrap(lines[from - 1]!.text)) from--;
  while (to - at <= MOST_LINES_BETWEEN && to < lines.length && isScrap(lines[to]!.text)) to++;
  const [before, after] = [lines[from - 1], lines[to]];
  if (!before || !after || !isOpen(before.text)) return null;
  const isContinued =
    CLOSING_MARK.test(after.text) || (!after.isIndented && !isNumbered(after.text) && countHan(after.text) > 1);
  // A short line may be a heading: only a mark that cannot begin a line is proof enough for it.
  if (!CLOSING_MARK.test(after.text) && lines.slice(from, to).some(line => !PAGE_NUMBER.test(line.text)) && !usesIndent)
    return null;
  return isContinued ? { from, to } : null;
}

function isScrap(text: string): boolean {
  if (PAGE_NUMBER.test(text)) return true;
  return countHan(text) <= LONGEST_RUNNING_HEAD_HAN && !/[，。；：！？、]/.test(text) && !isNumbered(text);
}

/** Prose that breaks off: no mark at its end, and no heading. */
function isOpen(text: string): boolean {
  let last = text.length - 1;
  while (last > 0 && isClosing(text.charCodeAt(last))) last--;
  const code = text.charCodeAt(last);
  const isEnded = isSentenceEnd(code) || code === 0xff1a || code === 0xff1b;
  if (/[，、]$/.test(text)) return true;
  return !isEnded && countHan(text) >= SHORTEST_OPEN_HAN && (!isNumbered(text) || /[，。；]/.test(text));
}

/** Numbers in step with one that stood inside a sentence: page 1, 2 and 3 of which 2 did. */
function dropInStep(lines: readonly CleanLine[], dropped: Set<number>): void {
  const places = [...lines.keys()].filter(i => BARE_NUMBER.test(lines[i]!.text));
  const proven = places.filter(i => dropped.has(i));
  const rankOf = new Map(places.map((place, rank) => [place, rank]));
  for (const start of proven) {
    for (const step of [1, -1]) {
      let value = Number(lines[start]!.text);
      for (let at = rankOf.get(start)! + step; places[at] !== undefined; at += step) {
        const next = Number(lines[places[at]!]!.text);
        // One that is dropped already is where another walk goes on.
        if (next !== value + step || dropped.has(places[at]!)) break;
        dropped.add(places[at]!);
        value = next;
      }
    }
  }
}

/** A page number by its form: — 3 —, 第 3 页. */
function isMarkedPage(text: string): boolean {
  return PAGE_NUMBER.test(text) && !BARE_NUMBER.test(text);
}

/** Pages out of how many: 1 / 5 and 2 / 5, as they count up. */
function dropCounted(lines: readonly CleanLine[], dropped: Set<number>): void {
  const pages = [...lines.entries()].flatMap(([i, { text }]) => {
    const match = NUMBER_OF_ALL.exec(text);
    return match ? [{ i, page: Number(match[1]), all: match[2]! }] : [];
  });
  for (const [at, { i, page, all }] of pages.entries()) {
    const isInStep = [pages[at - 1], pages[at + 1]].some(
      (other, side) => other?.all === all && other.page === page + (side === 0 ? -1 : 1),
    );
    if (isInStep) dropped.add(i);
  }
}

/** Short lines that come again and again, as the head of each page does. */
function repeatedLines(lines: readonly CleanLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    if (text.length <= LONGEST_RUNNING_HEAD_HAN + 6 && countHan(text) >= 4 && !/[，。；：！？、]$/.test(text)) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= FEWEST_REPEATS).map(([text]) => text));
}
