import { parseDate } from '../dates/dates';
import { speakerBeforeOccasion, speakerOf } from '../names';
import { occasionOf } from '../occasion';
import type { Head } from './headFacts';
import { bare, withoutDay } from './titleLines';

/** A headline may repeat the title without the name of the column before it. */
const SHORTEST_PART_OF_TITLE = 6;
/** What a repeated title may have more than the title: a name with its office, a day, the name of a site. */
const MOST_BESIDE_TITLE = 24;

/** Lines that repeat the title, perhaps over several lines, perhaps with the speaker, a date or the name of the site added. */
export function takeRepetitions(lines: readonly string[], candidates: readonly number[], head: Head): void {
  const title = bare(head.title ?? '');
  takeBrokenTitle(lines, candidates, title, head);
  for (const at of candidates) {
    if (head.taken.has(at)) continue;
    const text = lines[at]!;
    const line = bare(text);
    const isAbout = title.length >= 4 && line.includes(title);
    if (isAbout && takeBeside(text, line, title, head)) {
      head.taken.set(at, 'repeated-title');
    } else if (line.length >= SHORTEST_PART_OF_TITLE && title.includes(line) && line.length * 2 >= title.length) {
      head.taken.set(at, 'repeated-title');
    } else if (/^[—–-]{1,2}\s*在/.test(text.trim()) && occasionOf(withoutDay(text).text)) {
      const day = withoutDay(text);
      head.occasion ??= occasionOf(day.text);
      head.date ??= day.date;
      head.taken.set(at, 'metadata');
    }
  }
}

/** A title that is known stands broken over several lines. */
function takeBrokenTitle(lines: readonly string[], candidates: readonly number[], title: string, head: Head): void {
  for (const start of candidates) {
    if (head.taken.has(start)) continue;
    let joined = '';
    let at = start;
    while (
      candidates.includes(at) &&
      !head.taken.has(at) &&
      title.startsWith(joined + bare(lines[at]!)) &&
      joined.length < title.length
    ) {
      joined += bare(lines[at++]!);
    }
    if (at - start < 2 || joined.length < title.length) continue;
    for (let i = start; i < at; i++) head.taken.set(i, 'repeated-title');
    return;
  }
}

/** Reads what a repeated title has beside the title; false where that is too much to be only a repetition. */
function takeBeside(text: string, line: string, title: string, head: Head): boolean {
  const at = line.indexOf(title);
  const rest = line.slice(0, at) + line.slice(at + title.length);
  const speaker =
    speakerBeforeOccasion(line.slice(0, at)) ?? speakerOf(rest) ?? speakerOf(line.slice(at + title.length));
  const date = parseDate(text.replace(head.title ?? '', ' '));
  if (rest.length > 10 && !(speaker && rest.length <= MOST_BESIDE_TITLE)) return false;
  head.speaker ??= speaker;
  head.date ??= date;
  return true;
}
