/** Articles put into a coming focus at one step: a fraction of a millisecond. */
const STEP = 1;

/** A short text of the articles most like the draft, to be searched as it is. */
export interface Focus {
  readonly text: string;
  /** Does a word start at this place of the text, by the segmenter of the import? */
  isWordStart(position: number): boolean;
  /** About how often `phrase` occurs in it: the count of its rarest pair of characters. */
  count(phrase: string): number;
}

/** Gathers the text of a focus, a few articles at each call, so that no request waits for all of it. */
export interface FocusBuilder {
  /** The focus when it is complete, before that undefined. */
  step(): Focus | undefined;
}

/** An empty focus: of a draft that is like nothing. */
export const NO_FOCUS: Focus = { text: '', isWordStart: () => true, count: () => 0 };

/** The beginning of an article, and where its words start. */
export interface FocusPiece {
  readonly text: string;
  isWordStart(offset: number): boolean;
}

/** Begins a focus of these articles, the most like one first. */
export function buildFocus(articles: readonly number[], pieceOf: (article: number) => FocusPiece): FocusBuilder {
  const parts: string[] = [];
  const wordStarts: Uint8Array[] = [];
  const pairs = new Uint16Array(1 << 16);
  let next = 0;
  return {
    step() {
      for (const end = Math.min(next + STEP, articles.length); next < end; next++) {
        const piece = pieceOf(articles[next]!);
        const { text } = piece;
        const starts = new Uint8Array(text.length + 1).fill(1); // and one for the line end between two articles
        for (let i = 0; i < text.length; i++) if (!piece.isWordStart(i)) starts[i] = 0;
        wordStarts.push(starts);
        for (let i = 0; i + 1 < text.length; i++) pairs[pairHash(text, i)]!++;
        parts.push(text);
      }
      if (next < articles.length) return undefined;
      const starts = concat(wordStarts);
      return {
        text: parts.join('\n'),
        isWordStart: position => starts[position] !== 0,
        count(phrase) {
          let least = Infinity;
          for (let i = 0; i + 1 < phrase.length; i++) least = Math.min(least, pairs[pairHash(phrase, i)]!);
          return least === Infinity ? 0 : least;
        },
      };
    },
  };
}

function concat(arrays: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

const pairHash = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at + 1), 0x85ebca6b)) >>> 16;
