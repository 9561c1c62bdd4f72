import { isEndingMark, isSentenceEnd } from '../../text/marks';

/** A row that has this share of the draft's title, and so many characters of it, repeats the title. */
const TITLE_SHARE = 0.6;
const LEAST_TITLE = 4;
/** What of the draft's own wording is repeated goes back so far. UTF-16 code units. */
const REACH = 20_000;

const withoutMark = (text: string): string =>
  isEndingMark(text.charCodeAt(text.length - 1)) ? text.slice(0, -1) : text;

/** Does a row bring the draft's own title back, or most of it? */
export function isTitle(text: string, title: string): boolean {
  const core = withoutMark(text);
  return core.length >= LEAST_TITLE && core.length >= TITLE_SHARE * title.length && title.includes(core);
}

/** So much before the cursor tells that a row goes on as the title does. */
const TITLE_CONTEXT = 2;
const LEAST_OF_TITLE = 3;

/**
 * Does a row go on as the title does, and as nothing else in the draft: `这次会议|` with 上的讲话, `抓安全|` with 生产工作会议? A title names the
 * meeting, and is no wording that recurs. A word of two characters may be of both.
 */
export function goesOnAsTitle(text: string, title: string, before: string): boolean {
  const core = withoutMark(text);
  if (core.length < LEAST_OF_TITLE) return false;
  const wording = before.slice(-TITLE_CONTEXT) + core;
  return title.includes(wording) && !before.slice(-REACH).replace(title, '').includes(wording);
}

/**
 * Would a row that only the draft has end the sentence at the cursor as one of the draft's sentences ends, from its beginning?
 * `要抓好落实。…要|` is not gone on with as 抓好落实。: nobody writes a sentence twice. A clause within a sentence may recur.
 */
export function repeatsSentence(text: string, before: string): boolean {
  const clause = sentenceAtCursor(before) + withoutMark(text);
  const draft = before.slice(-REACH);
  for (let at = draft.indexOf(clause); at >= 0; at = draft.indexOf(clause, at + 1)) {
    const end = at + clause.length;
    if (end >= draft.length) return false;
    if (isSentenceStart(draft, at) && isSentenceEnd(draft.charCodeAt(end))) return true;
  }
  return false;
}

function sentenceAtCursor(before: string): string {
  let start = before.length;
  while (start > 0 && !isSentenceEnd(before.charCodeAt(start - 1))) start--;
  return before.slice(start);
}

const isSentenceStart = (text: string, at: number): boolean => at === 0 || isSentenceEnd(text.charCodeAt(at - 1));
