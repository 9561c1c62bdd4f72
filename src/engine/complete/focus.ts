/** Articles put into a coming focus at one step: about a third of a millisecond. */
const STEP = 5;

/** A short text of the articles most like the draft, to be searched as it is. */
export interface Focus {
  readonly text: string;
  /** About how often `phrase` occurs in it: the count of its rarest pair of characters. */
  count(phrase: string): number;
}

/** Gathers the text of a focus, a few articles at each call, so that no request waits for all of it. */
export interface FocusBuilder {
  /** The focus when it is complete, before that undefined. */
  step(): Focus | undefined;
}

/** An empty focus: of a draft that is like nothing. */
export const NO_FOCUS: Focus = { text: '', count: () => 0 };

/** @param textOf text of an article by its place in `articles` */
export function buildFocus(articles: readonly number[], textOf: (article: number) => string): FocusBuilder {
  const parts: string[] = [];
  const pairs = new Uint16Array(1 << 16);
  let next = 0;
  return {
    step() {
      for (const end = Math.min(next + STEP, articles.length); next < end; next++) {
        const text = textOf(articles[next]!);
        for (let i = 0; i + 1 < text.length; i++) pairs[pairHash(text, i)]!++;
        parts.push(text);
      }
      if (next < articles.length) return undefined;
      return {
        text: parts.join('\n'),
        count(phrase) {
          let least = Infinity;
          for (let i = 0; i + 1 < phrase.length; i++) least = Math.min(least, pairs[pairHash(phrase, i)]!);
          return least === Infinity ? 0 : least;
        },
      };
    },
  };
}

const pairHash = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at + 1), 0x85ebca6b)) >>> 16;
