import { countHan } from '../../../engine/text/han';
import type { TextLine } from './readingOrder';

/** Type of a title, in parts of that of the text. */
const SMALLEST = 1.15;
const SAME_SIZE = 0.06;
const MOST_LINES = 4;
const MOST_LINES_ABOVE = 8;
const LONGEST_TITLE_HAN = 90;
const FEWEST_HAN = 4;
/** The head in red of an official paper, a kind of bulletin, the name of a newspaper: set larger than the title. */
const MASTHEAD =
  /(?:文件|简报|专报|快报|情况通报|信息|参阅|内参|公报|日报|晚报|时报|周报|学刊|杂志|会刊)$|^(?:内部资料|机密|秘密|绝密|特急)/;

/** A title of one or several lines, made one line. */
export interface TitledLines {
  readonly lines: readonly TextLine[];
  readonly title: string | null;
}

/** Finds the title among the first lines by the size of its type, and joins its lines. `size` is that of the text. */
export function titleBySize(lines: readonly TextLine[], size: number): TitledLines {
  const head = lines.slice(0, MOST_LINES_ABOVE + MOST_LINES).filter(({ page }) => page === lines[0]?.page);
  const large = head.filter(
    line => line.size >= size * SMALLEST && !MASTHEAD.test(line.text.replace(/\s/g, '')) && countHan(line.text) > 1,
  );
  const titles = large.filter(line => !isIssuer(line, large));
  if (titles.length === 0) return { lines, title: null };
  const largest = Math.max(...titles.map(line => line.size));
  const first = lines.findIndex(line => line.size === largest && titles.includes(line));
  let end = first;
  while (end < lines.length && end - first < MOST_LINES && Math.abs(lines[end]!.size - largest) <= largest * SAME_SIZE)
    end++;
  const title = lines
    .slice(first, end)
    .map(({ text }) => text)
    .reduce((joined, text) => joined + (/^[—―-]{1,2}/.test(text) || /[\w]$/.test(joined) ? ' ' : '') + text);
  const han = countHan(title);
  if (han < FEWEST_HAN || han > LONGEST_TITLE_HAN || /。$/.test(title)) return { lines, title: null };
  const joined = { ...lines[first]!, text: title };
  return { lines: [...lines.slice(0, first), joined, ...lines.slice(end)], title };
}

/** 云溪县人民政府 in red above a title that begins with it. */
function isIssuer(line: TextLine, large: readonly TextLine[]): boolean {
  const name = line.text.replace(/\s/g, '');
  return large.some(({ text, size }) => size < line.size && text.replace(/\s/g, '').startsWith(name));
}
