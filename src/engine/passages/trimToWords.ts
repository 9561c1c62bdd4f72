import type { Segment } from '../index/segment';
import { isClosing, isOpening } from '../text/punctuation';
import { type Stretch, type Token, wordTokens } from './wordTokens';

/** Belong to the word before them: no wording starts with one. */
const PARTICLES = new Set(['的', '地', '得', '了', '着', '过', '之', '等', '们']);
/** Want something behind them, or are particles: no wording ends with one. */
const OPEN_ENDED = new Set([
  ...PARTICLES,
  ...'和与及以或并而且在对从向把被将为于是',
  '以及',
  '或者',
  '并且',
  '而且',
  '对于',
]);
/** A wording with a single content word has to be longer than `在会上`, in UTF-16 code units. */
const SHORTEST_WITH_ONE = 4;

/**
 * The longest run of whole words within the `length` code units at `position` that covers the one at `inside`.
 * Words are those of this very place: of 量发展新格 in 高质量|发展|新|格局 it leaves 发展新.
 * Null unless there are two words or more, with matter: 对普通, 的24 and 在这里 are not worth a source.
 */
export function trimToWords(segment: Segment, position: number, length: number, inside: number): Stretch | null {
  const kept = withoutLooseEnds(wordTokens(segment, position, length), inside);
  const start = kept[0]?.start ?? 0;
  const end = kept.at(-1)?.end ?? 0;
  return start <= inside && inside < end && isWording(kept, end - start) ? { start, end } : null;
}

function isWording(tokens: readonly Token[], length: number): boolean {
  const words = tokens.filter(({ isWord }) => isWord).length;
  const content = tokens.filter(({ isContent }) => isContent).length;
  return words >= 2 && (content >= 2 || (content === 1 && length >= SHORTEST_WITH_ONE));
}

/** Drops at both ends, as long as `inside` stays in, what does not stand by itself there. */
function withoutLooseEnds(tokens: readonly Token[], inside: number): readonly Token[] {
  for (const loose of [looseStart, looseEnd]) {
    const count = loose(tokens);
    if (count === 0) continue;
    const kept = loose === looseStart ? tokens.slice(count) : tokens.slice(0, -count);
    const covers =
      loose === looseStart ? kept[0] && kept[0].start <= inside : kept.length > 0 && kept.at(-1)!.end > inside;
    if (covers) return withoutLooseEnds(kept, inside);
  }
  return tokens;
}

/** How many tokens at the start do not belong there: a particle, a mark without its partner, a stump such as 也，. */
function looseStart(tokens: readonly Token[]): number {
  const [first] = tokens;
  if (!first) return 0;
  if (first.isWord) return PARTICLES.has(first.text) ? 1 : stump(tokens);
  return opens(first) && tokens.some(closes) ? 0 : 1;
}

/** The same at the end: 制度设计和|, 打基础，在|. */
function looseEnd(tokens: readonly Token[]): number {
  const last = tokens.at(-1);
  if (!last) return 0;
  if (last.isWord) return OPEN_ENDED.has(last.text) ? 1 : stump(tokens.toReversed());
  return closes(last) && tokens.some(opens) ? 0 : 1;
}

/** Length of the piece before the first mark, with it, if that piece says nothing by itself. */
function stump(tokens: readonly Token[]): number {
  const mark = tokens.findIndex(({ isWord }) => !isWord);
  return mark > 0 && !tokens.slice(0, mark).some(({ isContent }) => isContent) ? mark + 1 : 0;
}

function opens({ text }: Token): boolean {
  return isOpening(text.charCodeAt(0));
}

function closes({ text }: Token): boolean {
  return isClosing(text.charCodeAt(0));
}
