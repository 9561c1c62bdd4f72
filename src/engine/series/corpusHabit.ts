import { ARTICLE_END, type CorpusView, PARAGRAPH_END, type Segment } from '../index/segment';
import { visitStrides } from '../index/suffixes/strides';
import { suffixRanges } from '../index/suffixes/suffixRange';
import { continueList } from '../outline/enter/enter';
import { type Habit, type Signs, signsOfLine } from '../outline/enter/goesOn';
import { type Marker, markerText, parseMarker } from '../outline/marker';

/** Occurrences looked at, and how much of each: a paragraph and the beginning of the next. UTF-16 code units. */
const SAMPLES = 128;
const REACH = 500;
/** Fewer lines of this kind are no habit. */
const FEWEST = 8;
/** Of them so many go on with the next number at once: then a writer wants it nine times in ten. At an even chance, text comes first. */
const LIST_SHARE = 0.9;
const TEXT_SHARE = 0.5;

/**
 * How the articles of the corpus go on behind a line that begins with this marker and has this form: with the next number
 * (`list`), or with text (`text`). Bounded time: of many lines a systematic sample is looked at (`visitStrides`).
 */
export function corpusHabit(view: CorpusView, marker: Marker, form: Signs['form']): Habit {
  const pattern = `\n${markerText(marker)}`;
  const { ranges, total } = suffixRanges(view, pattern);
  if (total < FEWEST) return 'unclear';
  const stride = Math.max(1, total / SAMPLES);
  let next = stride / 2;
  let lines = 0;
  let lists = 0;
  ranges.forEach((range, number) => {
    const segment = view[number]!;
    next = visitStrides(segment, range, next, stride, position => {
      if (segment.hasDead && segment.isDead(segment.articleAt(position))) return;
      const goesOn = goesOnAt(segment, position + 1, form);
      if (goesOn === null) return;
      lines++;
      if (goesOn) lists++;
    });
  });
  if (lines < FEWEST) return 'unclear';
  if (lists >= lines * LIST_SHARE) return 'list';
  return lists <= lines * TEXT_SHARE ? 'text' : 'unclear';
}

/** Whether the paragraph there is followed by its next number; `null` where it tells nothing. */
function goesOnAt(segment: Segment, start: number, form: Signs['form']): boolean | null {
  const text = segment.slice(start, start + REACH);
  const end = text.indexOf(String.fromCharCode(PARAGRAPH_END));
  const articleEnd = text.indexOf(String.fromCharCode(ARTICLE_END));
  // Too long to see, or the last of its article.
  if (end < 0 || (articleEnd >= 0 && articleEnd < end)) return null;
  const line = text.slice(0, end);
  const marker = parseMarker(line);
  const wanted = marker && continueList(line);
  if (!wanted || signsOfLine(line, marker).form !== form) return null;
  return text.startsWith(wanted, end + 1);
}
