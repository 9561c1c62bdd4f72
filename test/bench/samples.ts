import { type CorpusView, isStop, type Segment } from '../../src/engine/index/segment';
import { isMark, isSentenceEnd } from '../../src/engine/text/marks';

/** What a writer does with a corpus, drawn from it at random: questions of the kind that it can answer. */
export interface Samples {
  /** Drafts of clauses from all over the corpus: each known, their sequence new. */
  readonly drafts: readonly string[];
  /** Of the same kind, as long as a speech, a paragraph a line: all of it stands in articles, the hardest for a check. */
  readonly speeches: readonly string[];
  /** Phrases of 2 to 12 code units that begin at a word. */
  readonly phrases: readonly string[];
  /** The same of 12 to 16: hardly one occurs often. */
  readonly longPhrases: readonly string[];
  /** Any two characters, and any twenty, of a paragraph, from the beginning of a word on. */
  readonly twos: readonly string[];
  readonly twenties: readonly string[];
  /** Two words from one sentence: `基层 作风`. */
  readonly queries: readonly string[];
}

export interface SampleSizes {
  readonly drafts: number;
  readonly draftLength: number;
  readonly phrases: number;
  readonly queries: number;
}

const REACH = 60;
const SPEECHES = 5;
const SPEECH_LENGTH = 10_000;
const PARAGRAPH = 200;

export function drawSamples(view: CorpusView, sizes: SampleSizes, next: () => number): Samples {
  const characters = view.reduce((sum, segment) => sum + segment.length, 0);
  const anywhere = (): { segment: Segment; position: number } => {
    let at = Math.floor(next() * characters);
    for (const segment of view) {
      if (at < segment.length) return { segment, position: at };
      at -= segment.length;
    }
    return { segment: view[0]!, position: 0 };
  };
  const many = (count: number, draw: () => string) => Array.from({ length: count }, draw);
  const until = (draw: () => string, isGood: (text: string) => boolean) => {
    let text = draw();
    while (!isGood(text)) text = draw();
    return text;
  };
  const clause = () => {
    const { segment, position } = anywhere();
    return stretch(segment, position, code => isMark(code));
  };
  const word = (segment: Segment, from: number) => {
    let start = from;
    while (start < segment.length && !segment.isWordStart(start)) start++;
    let end = start + 1;
    while (!segment.isWordStart(end)) end++;
    return segment.slice(start, end);
  };
  const exactly = (length: number) =>
    until(
      () => {
        const { segment, position } = anywhere();
        return segment.isWordStart(position) ? segment.slice(position, position + length) : '';
      },
      text => text.length === length && !/[\p{Cc}“”]/u.test(text) && /^\p{Script=Han}{2}/u.test(text),
    );
  const query = () => {
    const { segment, position } = anywhere();
    const sentence = stretch(segment, position, isSentenceEnd);
    const far = Math.floor(next() * sentence.length);
    return `${word(segment, position)} ${word(segment, position + far)}`;
  };
  const phrase = (length: number) =>
    until(
      () => {
        const { segment, position } = anywhere();
        return segment.isWordStart(position) ? segment.slice(position, position + length) : '';
      },
      text => text.length === length && isChinese(text),
    );
  return {
    drafts: many(sizes.drafts, () => {
      let draft = '';
      while (draft.length < sizes.draftLength) draft += clause();
      return draft.slice(0, sizes.draftLength);
    }),
    speeches: many(sizes.drafts > 0 ? SPEECHES : 0, () => {
      const lines: string[] = [''];
      for (let length = 0; length < SPEECH_LENGTH; ) {
        const text = clause();
        length += text.length;
        if (lines.at(-1)!.length > PARAGRAPH) lines.push('');
        lines.push(`${lines.pop()}${text}`);
      }
      return lines.join('\n');
    }),
    phrases: many(sizes.phrases, () => phrase(2 + Math.floor(next() * 11))),
    longPhrases: many(sizes.phrases, () => phrase(12 + Math.floor(next() * 5))),
    twos: many(sizes.phrases, () => exactly(2)),
    twenties: many(sizes.phrases, () => exactly(20)),
    queries: many(sizes.queries, () => until(query, text => /^\p{Script=Han}{2,} \p{Script=Han}{2,}$/u.test(text))),
  };
}

function isChinese(text: string): boolean {
  return /^[\p{Script=Han}，、]+$/u.test(text) && !isMark(text.charCodeAt(0));
}

/** From a position to the next end, that included. */
function stretch(segment: Segment, position: number, isEnd: (code: number) => boolean): string {
  let end = position;
  while (end < position + REACH && !isStop(segment.codeAt(end)) && !isEnd(segment.codeAt(end))) end++;
  return segment.slice(position, isStop(segment.codeAt(end)) ? end : end + 1);
}
