import { countHan } from '../text/han';
import { isSentenceEnd } from '../text/punctuation';
import type { Removal } from './article';
import { type CleanLine, sourceOfLine } from './cleanLines';
import { type Fields, readFields } from './fields';
import { creditStart, isFurniture, relatedHeading } from './furniture';
import { sliceMapped } from './mapped';

const EDGE_LINES = 8;
const LONGEST_LINK_UTF16 = 80;
const SHORTEST_PROSE_HAN = 40;

export interface WithoutFurniture {
  readonly lines: CleanLine[];
  readonly fields: Fields;
  readonly removed: Removal[];
}

/** Takes page furniture out of an article and reads what it says about title, date and speaker. */
export function dropFurniture(source: string, lines: readonly CleanLine[]): WithoutFurniture {
  const kept: CleanLine[] = [];
  const removed: Removal[] = [];
  let fields: Fields = {};
  const drop = (line: CleanLine, reason: Removal['reason']) =>
    removed.push({ reason, text: sourceOfLine(source, line), line: line.number });
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const isEdge = i < EDGE_LINES || i >= lines.length - EDGE_LINES;
    const found = readFields(line.text);
    if (found) {
      fields = { ...found, ...fields };
      drop(line, Object.keys(found).length > 0 ? 'metadata' : 'furniture');
    } else if (isFurniture(line.text, isEdge)) {
      drop(line, 'furniture');
    } else if (relatedHeading(line.text)) {
      const end = linksEnd(lines, i);
      for (; i < end; i++) drop(lines[i]!, 'furniture');
      i = end - 1;
    } else kept.push(withoutCredit(source, line, removed));
  }
  return { lines: kept, fields, removed };
}

/** Where the list of links ends that begins with the heading at `from`: at the first line that reads like prose. */
function linksEnd(lines: readonly CleanLine[], from: number): number {
  let end = from + 1;
  const rest = relatedHeading(lines[from]!.text)?.rest ?? '';
  while (end < lines.length && isLink(lines[end]!.text)) end++;
  // Before more prose only what stands in the line of the heading itself is sure to be a link.
  return end === lines.length || rest === '' ? end : from + 1;
}

function isLink(line: string): boolean {
  if (line.length > LONGEST_LINK_UTF16 || /^(?:[（(]?[一二三四五六七八九十]+[）)、]|附件)/.test(line)) return false;
  return !isSentenceEnd(line.charCodeAt(line.length - 1)) || countHan(line) < SHORTEST_PROSE_HAN / 4;
}

function withoutCredit(source: string, line: CleanLine, removed: Removal[]): CleanLine {
  const start = creditStart(line.text);
  if (start < 0) return line;
  const credit = sliceMapped(line, start, line.text.length);
  removed.push({ reason: 'metadata', text: sourceOfLine(source, { ...line, ...credit }), line: line.number });
  return { ...line, ...sliceMapped(line, 0, start), text: line.text.slice(0, start).trimEnd() };
}
