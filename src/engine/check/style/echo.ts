import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import { segmentWords } from '../../text/segmentWords';
import type { Span } from '../../text/sentences';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import type { Problem } from '../problem';

/** Words of four characters strike the ear; names of places, 拉丁美洲, and parts of other names (亚历山大·…) must come again. */
const STRIKING = /^[\u4e00-\u9fff]{3}(?![洲国省市县区州岛])[\u4e00-\u9fff]$/;
/** What the corpus says once in so many characters is a set phrase of the genre, which may come again. */
const SET_PHRASE_EVERY = 250_000;
/** A smaller corpus does not tell what is one. */
const LEAST_CORPUS = 300_000;
/** Within so many characters of the draft it still rings in the ear. */
const DISTANCE = 180;

interface Heard extends Span {
  readonly line: DraftLine;
  /** Characters of the draft before it. */
  readonly at: number;
  readonly word: string;
}

/** A striking word that comes again while it is still in the ear: 如火如荼 twice in two sentences. Not what the draft is about. */
export function echoProblems(view: CorpusView, draft: Draft): Problem[] {
  const length = view.reduce((sum, segment) => sum + segment.length, 0);
  if (length < LEAST_CORPUS) return [];
  const heard = new Map<string, Heard[]>();
  const spoken = draft.spoken.map(({ text }) => text).join('\n');
  // What does not come again needs no look into the corpus.
  const isAgain = (word: string) => spoken.indexOf(word) < spoken.lastIndexOf(word);
  let before = 0;
  for (const line of draft.spoken) {
    if (line.kind === 'body') {
      for (const { word, index } of wordsOfFour(view, line.text, isAgain)) {
        if (!STRIKING.test(word) || draft.title.includes(word)) continue;
        if (line.text[index - 1] === '·' || line.text[index + word.length] === '·') continue;
        if (line.quoted.some(({ start, end }) => start <= index && index < end)) continue;
        const place = { line, start: index, end: index + word.length, at: before + index, word };
        heard.set(word, [...(heard.get(word) ?? []), place]);
      }
    }
    before += line.text.length;
  }
  return [...heard.values()].flatMap(places => {
    const [first, second, third] = places;
    // A word that runs through the whole draft is what it is about.
    if (!first || !second || third) return [];
    if (second.at - first.at > DISTANCE || isPaired(first, second)) return [];
    return countOccurrences(view, first.word) * SET_PHRASE_EVERY > length ? [] : [problemOf(first, second)];
  });
}

/** Of the rarer half of a word of four, so many stand beside the other half. */
const BOUND = 0.3;

/** Words of four characters, those too that a segmenter takes for two, 锣鼓|喧天: their halves are seldom apart in the corpus. */
function* wordsOfFour(
  view: CorpusView,
  text: string,
  isAgain: (word: string) => boolean,
): Iterable<{ word: string; index: number }> {
  let before = { segment: '', index: 0, isWordLike: false };
  for (const token of segmentWords(text)) {
    const { segment: word, index, isWordLike = false } = token;
    if (isWordLike && word.length === 4) yield { word, index };
    if (isWordLike && before.isWordLike && word.length === 2 && before.segment.length === 2) {
      const both = before.segment + word;
      if (isAgain(both) && isBound(view, before.segment, word)) yield { word: both, index: before.index };
    }
    before = { segment: word, index, isWordLike };
  }
}

function isBound(view: CorpusView, first: string, second: string): boolean {
  const together = countOccurrences(view, first + second);
  return together > 1 && together >= BOUND * Math.min(countOccurrences(view, first), countOccurrences(view, second));
}

/** In one sentence a word that comes twice is meant to. */
function isPaired(first: Heard, second: Heard): boolean {
  return first.line === second.line && !/[。！？；]/.test(first.line.text.slice(first.end, second.start));
}

function problemOf(first: Heard, { line, start, end, at, word }: Heard): Problem {
  const distance = at - first.at;
  return {
    code: 'echo',
    ...spanIn(line, start, end),
    related: [spanIn(first.line, first.start, first.end)],
    message: {
      zh: `“${word}”在前面 ${distance} 字处刚用过。`,
      en: `${word} was used ${distance} characters before.`,
    },
  };
}
