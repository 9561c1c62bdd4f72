import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import type { Span } from '../../text/sentences';
import { type Draft, type DraftLine, spanIn } from '../draft/draft';
import type { Problem } from '../problem';
import { type Idioms, NO_IDIOMS } from './idioms';

/** What the corpus says once in so many characters is a set phrase of the genre, which may come again. */
const SET_PHRASE_EVERY = 250_000;
/** A smaller corpus does not tell what is one. */
const LEAST_CORPUS = 300_000;
/** Within so many characters of the draft it still rings in the ear. */
const DISTANCE = 180;
/** Words of four characters strike the ear. */
const LENGTH = 4;
/** Names of places, 拉丁美洲, must come again. */
const WORD = /^[\u4e00-\u9fff]{3}(?![洲国省市县区州岛])[\u4e00-\u9fff]$/;

interface Heard extends Span {
  readonly line: DraftLine;
  /** Characters of the draft before it. */
  readonly at: number;
  readonly word: string;
}

/** A striking word that comes again while it is still in the ear: 如火如荼 twice in two sentences. Not what the draft is about. */
export function echoProblems(view: CorpusView, draft: Draft, idioms: Idioms = NO_IDIOMS): Problem[] {
  const length = view.reduce((sum, segment) => sum + segment.length, 0);
  if (length < LEAST_CORPUS) return [];
  return heardAgain(draft).flatMap(places => {
    const [first, second, third] = places;
    // A word that runs through the whole draft is what it is about.
    if (!first || !second || third) return [];
    if (second.at - first.at > DISTANCE || isPaired(first, second) || draft.title.includes(first.word)) return [];
    if (!places.every(isSpokenAlone)) return [];
    if (!idioms.has(first.word) && (isPartOfMore(first, second) || !isBound(view, first.word))) return [];
    return countOccurrences(view, first.word) * SET_PHRASE_EVERY > length ? [] : [problemOf(first, second)];
  });
}

/** Whatever of four characters comes more than once, by what it is. */
function heardAgain({ spoken }: Draft): Heard[][] {
  const first = new Map<string, Heard>();
  const again = new Map<string, Heard[]>();
  let before = 0;
  for (const line of spoken) {
    if (line.kind === 'body') {
      for (let start = 0; start + LENGTH <= line.text.length; start++) {
        const word = line.text.slice(start, start + LENGTH);
        if (!WORD.test(word)) continue;
        const heard = { line, start, end: start + LENGTH, at: before + start, word };
        const known = first.get(word);
        if (!known) first.set(word, heard);
        else again.set(word, [...(again.get(word) ?? [known]), heard].slice(0, MOST));
      }
    }
    before += line.text.length;
  }
  return [...again.values()];
}

/** More are not asked for. */
const MOST = 3;

/** Is the word said by the draft itself, and not in a quotation or in a name: 亚历山大·…? */
function isSpokenAlone({ line, start, end }: Heard): boolean {
  if (line.text[start - 1] === '·' || line.text[end] === '·') return false;
  return !line.quoted.some(span => span.start <= start && start < span.end);
}

/** What goes on alike, before it or behind it, is part of something longer: 关贸总协 of 关贸总协定. */
function isPartOfMore(first: Heard, second: Heard): boolean {
  const beside = ({ line, start, end }: Heard) => [line.text[start - 1], line.text[end]];
  const [one, other] = [beside(first), beside(second)];
  return [0, 1].some(
    side => one[side] !== undefined && one[side] === other[side] && /[\u4e00-\u9fff]/.test(one[side]!),
  );
}

/** Of how often its halves stand anywhere, so often they stand together: the geometric mean of both shares. */
const BOUND = 0.3;

/** Is it one word, though no dictionary has it? 锣鼓|喧天: its halves are seldom apart in the corpus; 保险 of 工伤保险 is mostly with others. */
function isBound(view: CorpusView, word: string): boolean {
  const together = countOccurrences(view, word);
  if (together < 2) return false;
  const [head, tail] = [word.slice(0, 2), word.slice(2)].map(half => countOccurrences(view, half));
  return together >= BOUND * Math.sqrt(head! * tail!);
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
      zh: `“${word}”在前面 ${distance} 字处刚用过，可换个说法。`,
      en: `“${word}” was used ${distance} characters before. Say it another way.`,
    },
  };
}
