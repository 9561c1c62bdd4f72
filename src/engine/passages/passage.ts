import { ARTICLE_END, type ArticleMeta, type CorpusView, PARAGRAPH_END, type Segment } from '../index/segment';
import { isHan } from '../text/han';
import { isClosing, isSentenceEnd } from '../text/punctuation';
import type { Occurrence } from './occurrences';

/** A place in an article with its surroundings. */
export interface Passage {
  readonly article: ArticleMeta;
  /** 0-based paragraph of the article, and UTF-16 offset of `match` in it. */
  readonly paragraph: number;
  readonly offset: number;
  /** `before + match + after` is the sentence, or the sentences, that the match stands in. */
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** How far from a match its sentence is looked for, in UTF-16 code units: text without full stops stays bounded. */
const REACH = 300;

/** The passage of the `length` code units at `place`. */
export function passageAt(
  view: CorpusView,
  place: Occurrence,
  length: number,
  placeOf: typeof paragraphPlace = paragraphPlace,
): Passage {
  const segment = view[place.segment]!;
  const { position } = place;
  const article = segment.articleAt(position);
  const sentence = sentenceAt(segment, position, length);
  const { paragraph, offset } = placeOf(segment, article, position);
  return {
    article: segment.meta(article),
    paragraph,
    offset,
    before: segment.slice(sentence.start, position),
    match: segment.slice(position, position + length),
    after: segment.slice(position + length, sentence.end),
  };
}

/** Positions [start, end) of the sentence around [position, position + length), within its paragraph. */
export function sentenceAt(segment: Segment, position: number, length: number): { start: number; end: number } {
  let start = position;
  for (; start > position - REACH; start--) {
    const before = segment.codeAt(start - 1);
    if (isParagraphEnd(before) || isBetweenSentences(segment, before, start)) break;
  }
  const last = position + length;
  let end = last;
  for (let before = segment.codeAt(last - 1); end < last + REACH; end++) {
    const code = segment.codeAt(end);
    if (isParagraphEnd(code) || (end > position && isBetweenSentences(segment, before, end))) break;
    before = code;
  }
  return { start, end };
}

/** As `splitSentences` cuts: behind 。！？… and all such marks and closing quotes that follow. `before`: the code unit before `position`. */
function isBetweenSentences(segment: Segment, before: number, position: number): boolean {
  if (isHan(before)) return false; // nearly always
  let mark = position - 1;
  const code = segment.codeAt(position);
  if (isSentenceEnd(code) || isClosing(code)) return false;
  while (isClosing(segment.codeAt(mark))) mark--;
  return isSentenceEnd(segment.codeAt(mark));
}

/** Both ends of the text count: `codeAt` gives -1 there. */
function isParagraphEnd(code: number): boolean {
  return code === PARAGRAPH_END || code === ARTICLE_END || code < 0;
}

/** The paragraph of an article that a position is in, and the offset there. */
export function paragraphPlace(
  segment: Segment,
  article: number,
  position: number,
): { paragraph: number; offset: number } {
  const text = segment.slice(segment.articleStart(article), position);
  let paragraph = 0;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
    paragraph++;
    start = at + 1;
  }
  return { paragraph, offset: text.length - start };
}

/** Where paragraphs of an article begin, as far as it was looked through: up to a position of the segment. */
interface Looked {
  readonly starts: number[];
  upTo: number;
}

/** As {@link paragraphPlace}, for many places of a few articles: each is looked through once, as far as it is asked about. */
export function createParagraphPlaces(): typeof paragraphPlace {
  const known = new Map<Segment, Map<number, Looked>>();
  const lookedUpTo = (segment: Segment, article: number, position: number): readonly number[] => {
    const articles = known.get(segment) ?? new Map<number, Looked>();
    known.set(segment, articles);
    const first = segment.articleStart(article);
    const looked = articles.get(article) ?? { starts: [first], upTo: first };
    articles.set(article, looked);
    if (position <= looked.upTo) return looked.starts;
    const text = segment.slice(looked.upTo, position);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
      looked.starts.push(looked.upTo + at + 1);
    looked.upTo = position;
    return looked.starts;
  };
  return (segment, article, position) => {
    const starts = lookedUpTo(segment, article, position);
    let [paragraph, above] = [0, starts.length];
    while (above - paragraph > 1) {
      const middle = (paragraph + above) >> 1;
      if (starts[middle]! <= position) paragraph = middle;
      else above = middle;
    }
    return { paragraph, offset: position - starts[paragraph]! };
  };
}
