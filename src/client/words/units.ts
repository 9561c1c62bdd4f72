/** A piece of a line that editing by word takes at once. UTF-16 offsets, the end exclusive. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'mark' | 'blank';
}

/** Made when the first word is cut, and kept: making one takes longer than cutting a page, or than the rest of the client takes to load. */
let segmenter: Intl.Segmenter | undefined;

/** Of Chinese without a mark the segmenter gets so much at once: its time grows with the square. */
const HAN = '(?<han>\\p{Script=Han}{1,200})';
const LETTER = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}_])';
/** Letters and digits with what stands within them: 12.5, COVID-19. */
const OTHER = `(?<other>${LETTER}+(?:[.'’-]${LETTER}+)*)`;
/** The last is a mark, or several of the same (……). */
const PIECE = new RegExp(`${HAN}|${OTHER}|(?<blank>\\s+)|(?<mark>.)\\k<mark>*`, 'gsu');

/** Where words begin in Chinese text, by the segmenter of the language. */
function ownStarts(text: string): Set<number> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return new Set([...segmenter.segment(text)].map(({ index }) => index));
}

/**
 * The words, marks and blanks of a line.
 *
 * @param starts where words begin between Chinese characters, where the corpus has told; else the segmenter of the language is asked
 */
export function unitsOf(line: string, starts?: readonly number[]): Unit[] {
  const known = starts && new Set(starts);
  return [...line.matchAll(PIECE)].flatMap(({ 0: text, index, groups }): Unit[] => {
    const end = index + text.length;
    if (groups?.han === undefined) {
      return [{ start: index, end, kind: groups?.other ? 'word' : groups?.blank ? 'blank' : 'mark' }];
    }
    const own = known ?? new Set([...ownStarts(text)].map(start => index + start));
    const bounds = [index];
    for (let offset = index + 1; offset < end; offset++) if (own.has(offset)) bounds.push(offset);
    return bounds.map((start, at) => ({ start, end: bounds[at + 1] ?? end, kind: 'word' }));
  });
}
