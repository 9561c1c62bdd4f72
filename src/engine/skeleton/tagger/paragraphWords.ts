import type { Span } from '../../text/sentences';
import type { KnownLexicon } from './lexicon';

/** A word of a paragraph as the segmenter cut it, and what is known of it. */
export interface TaggedWord extends Span {
  readonly text: string;
  /** See {@link tagGroup}. */
  readonly group: string;
  /** See {@link countLevel}. */
  readonly level: number;
}

/** A paragraph with all its words, which together cover it; marks are words, too. */
export interface TaggedParagraph {
  readonly text: string;
  readonly words: readonly TaggedWord[];
  /** The number of the word that each UTF-16 offset is in. */
  readonly wordAt: Int32Array;
  /** Of each offset: how often public texts have the letters before and behind it together. See {@link countLevel}. */
  readonly joints: Uint8Array;
  readonly lexicon: KnownLexicon;
}

const NAMES: Readonly<Record<string, string>> = { nr: 'R', ns: 'S', nt: 'T', nz: 'Z' };

/** Parts of speech, coarse: R people, S places, T bodies, Z other names, `?` unknown, else the first letter (`v`, `n`, `d`). */
export function groupOfTag(tag: string): string {
  return tag === '' ? '?' : (NAMES[tag.slice(0, 2)] ?? (tag === 'l' ? 'i' : tag[0]!));
}

/** {@link groupOfTag} of a word; `#` for marks, `0` for digits and Latin letters. */
function tagGroup(word: string, { tagOf }: KnownLexicon): string {
  if (/^[\p{N}A-Za-z.,%．％]+$/u.test(word)) return '0';
  return /\p{L}/u.test(word) ? groupOfTag(tagOf(word)) : '#';
}

const MOST_LEVEL = 7;

/** 0 where nobody has it, 1 for a few, then a step for each factor of four. */
export const countLevel = (count: number): number =>
  count <= 0 ? 0 : Math.min(MOST_LEVEL, 1 + Math.floor(Math.log(Math.max(1, count) / 4 + 1) / Math.log(4)));

/** Cuts a paragraph where words begin, and says what is known of each. */
export function tagWords(
  text: string,
  isWordStart: (offsetUtf16: number) => boolean,
  lexicon: KnownLexicon,
): TaggedParagraph {
  const words: TaggedWord[] = [];
  const wordAt = new Int32Array(text.length);
  const isLetter = (at: number) => /[\p{L}\p{N}%％]/u.test(text[at]!);
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    if (isLetter(start)) while (end < text.length && isLetter(end) && !isWordStart(end)) end++;
    const word = text.slice(start, end);
    wordAt.fill(words.length, start, end);
    words.push({
      start,
      end,
      text: word,
      group: tagGroup(word, lexicon),
      level: countLevel(lexicon.publicCount(word)),
    });
    start = end;
  }
  const joints = Uint8Array.from({ length: text.length }, (_, at) =>
    at === 0 ? 0 : countLevel(lexicon.publicCount(text.slice(at - 1, at + 1))),
  );
  return { text, words, wordAt, joints, lexicon };
}

/** The word that ends before an offset or holds the character before it. */
export const wordBefore = ({ words, wordAt }: TaggedParagraph, at: number): TaggedWord | undefined =>
  at > 0 ? words[wordAt[at - 1]!] : undefined;

/** The word that begins at an offset or holds it. */
export const wordFrom = ({ text, words, wordAt }: TaggedParagraph, at: number): TaggedWord | undefined =>
  at < text.length ? words[wordAt[at]!] : undefined;
