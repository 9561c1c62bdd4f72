import { type CorpusView, GARBLED } from '../../index/segment';
import { type ArticlePlace, articleParagraphs } from '../../passages/articlePlace';

/** An article to write after: its text, and where its words begin. */
export interface Exemplar {
  readonly title: string;
  readonly date: string | null;
  readonly speaker: string | null;
  readonly occasion: string | null;
  readonly paragraphs: readonly string[];
  /** Near-duplicates share it: what only they have besides is its own all the same. */
  readonly cluster: number;
  /** Does a word begin at this UTF-16 offset of a paragraph (0-based)? By the segmenter of the import. */
  isWordStart(paragraph: number, offsetUtf16: number): boolean;
}

/** A longer article is a collection: no more of it is read, in UTF-16 code units. */
const LONGEST = 60_000;

/** The article at that place of the view. Garbled paragraphs stay, so that the others keep their numbers, as blanks. */
export function exemplarAt(view: CorpusView, place: ArticlePlace): Exemplar {
  const segment = view[place.segment]!;
  const { title, date, speaker, occasion, cluster } = segment.meta(place.article);
  const starts: number[] = [];
  const paragraphs: string[] = [];
  let position = segment.articleStart(place.article);
  const end = position + LONGEST;
  for (const text of articleParagraphs(view, place)) {
    if (position + text.length > end) break;
    starts.push(position);
    paragraphs.push(text.includes(String.fromCharCode(GARBLED)) ? '' : text);
    position += text.length + 1;
  }
  return {
    title,
    date,
    speaker,
    occasion,
    paragraphs,
    cluster,
    isWordStart: (paragraph, offset) => segment.isWordStart(starts[paragraph]! + offset),
  };
}
