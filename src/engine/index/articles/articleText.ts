import type { Article } from '../../article/article';
import { ARTICLE_END, GARBLED, PARAGRAPH_END } from '../segment';

/**
 * The text of an article as it stands in a segment, without the closing `ARTICLE_END`: paragraphs joined by `PARAGRAPH_END`,
 * garbled spans blanked out. As long as its paragraphs, so that an offset in a paragraph is an offset here.
 */
export function articleText(article: Article): string {
  return article.paragraphs
    .map(({ text, garbled = [] }) =>
      garbled.reduce((kept, [start, end]) => blankOut(kept, start, end), text.replace(MARKS, ' ')),
    )
    .join(String.fromCharCode(PARAGRAPH_END));
}

/** The two marks of the index mean what they mean nowhere but between paragraphs and articles. */
const MARKS = new RegExp(`[${String.fromCharCode(ARTICLE_END, PARAGRAPH_END)}]`, 'g');

function blankOut(text: string, start: number, end: number): string {
  return text.slice(0, start) + String.fromCharCode(GARBLED).repeat(end - start) + text.slice(end);
}
