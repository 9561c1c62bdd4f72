const HEADING = /^(?:目\s*录|目\s*次|CONTENTS)$/i;
/** 一、看清形势……3: dots, a tab or a gap before the number of the page. */
const ENTRY = /^(.{2,60}?)(?:\s*[.…·．•⋯]{2,}\s*|\t+\s*|\s{2,}|[（(])\s*[-—]?(\d{1,4})[-—]?\s*[)）]?$/;
const GROWN_ENTRY = /^(.{3,60}?[^\d\s.])\s*\d{1,4}$/;
/** The same with its dots apart, as typesetters set them: no prose has three of them and then a number. */
const LEADERS = /^(.{2,80}?)(?:(?:\s?[.·．•⋯]){4,}|…{2,})\s*[-—]?(\d{1,4})[-—]?$/;
/** Between the lines of a table of contents: the number of its own page, a part that says no page. */
const LONGEST_GAP = 5;
const LONGEST_UTF16 = 80;
const MOST_LINES_BEFORE = 60;
const FEWEST_ENTRIES = 2;
const FEWEST_WITHOUT_HEADING = 3;

/** A table of contents among the lines of an article: [from, to), and the titles it lists. */
export interface Contents {
  readonly from: number;
  readonly to: number;
  readonly titles: readonly string[];
}

/**
 * The table of contents near the beginning: below the word 目录 lines that end in the number of a page or stand again
 * further down; without the word, lines with dots or a tab before the number. Null where there is none.
 */
export function findContents(lines: readonly string[]): Contents | null {
  return findLeaders(lines) ?? findEntries(lines);
}

/** Lines with leaders, wherever the table begins and however many pages it takes. */
function findLeaders(lines: readonly string[]): Contents | null {
  const first = lines.findIndex(line => LEADERS.test(line.trim()));
  if (first < 0) return null;
  const titles: string[] = [];
  let to = first;
  for (let i = first; i < lines.length && i - to <= LONGEST_GAP; i++) {
    const entry = LEADERS.exec(lines[i]!.trim());
    if (!entry) continue;
    titles.push(entry[1]!.trim());
    to = i + 1;
  }
  const from = HEADING.test(lines[first - 1]?.trim() ?? '') ? first - 1 : first;
  return titles.length >= FEWEST_WITHOUT_HEADING ? { from, to, titles } : null;
}

function findEntries(lines: readonly string[]): Contents | null {
  for (let i = 0; i < Math.min(lines.length, MOST_LINES_BEFORE); i++) {
    const line = lines[i]!.trim();
    if (line.length > LONGEST_UTF16) continue;
    const isHeading = HEADING.test(line);
    if (!isHeading && !(/\d[-）)]?$/.test(line) && ENTRY.test(line))) continue;
    const from = isHeading ? i + 1 : i;
    const titles = entriesFrom(lines, from, isHeading);
    if (titles.length >= (isHeading ? FEWEST_ENTRIES : FEWEST_WITHOUT_HEADING))
      return { from: i, to: from + titles.length, titles };
  }
  return null;
}

function entriesFrom(lines: readonly string[], from: number, hasHeading: boolean): string[] {
  const titles: string[] = [];
  const lastOf = new Map(hasHeading ? lines.map((line, i) => [bare(line), i]) : []);
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!.trim();
    const numbered = ENTRY.exec(line)?.[1];
    if (numbered !== undefined) titles.push(numbered.trim());
    else if (!hasHeading) break;
    else {
      const title = GROWN_ENTRY.exec(line)?.[1] ?? line;
      if (!standsAgain(lastOf, i, title)) break;
      titles.push(title);
    }
  }
  return titles;
}

/** Further down, and not as the next entry: a list of contents names each title once. */
function standsAgain(lastOf: ReadonlyMap<string, number>, at: number, title: string): boolean {
  const wanted = bare(title);
  if (wanted.length < 2 || /[。；]$/.test(title)) return false;
  return (lastOf.get(wanted) ?? -1) > at;
}

function bare(line: string): string {
  return line.replace(/[^\p{L}\p{N}]/gu, '');
}
