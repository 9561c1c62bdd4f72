import { parseMarker } from '../outline/marker';
import { formOf } from '../outline/title';
import type { HeadingRole, Lead } from './paragraph';

const LEVELS: readonly HeadingRole[] = ['heading1', 'heading2', 'heading3', 'heading4'];
/** What is longer is a point of a list, or a sentence. */
const LONGEST_HEADING = 60;

/**
 * Whether a line is a heading or begins with one: 一、抓好产业 is, （一）抓好产业。要培育… begins with its first sentence.
 * `null` for text; a point that leads on (1. 抓产业；) is text, and so are 一是 and 首先.
 */
export function headingOf(line: string): { role: HeadingRole } | { lead: Lead } | null {
  const marker = parseMarker(line);
  const role = marker && LEVELS[marker.level - 1];
  if (!marker || !role) return null;
  if (formOf(line, marker) === 'heading') {
    return line.length <= LONGEST_HEADING && !/[；;，,、：:]$/.test(line) ? { role } : null;
  }
  const end = line.search(/[。！？；]/) + 1;
  return end <= LONGEST_HEADING && line[end - 1] === '。' ? { lead: { role, end } } : null;
}
