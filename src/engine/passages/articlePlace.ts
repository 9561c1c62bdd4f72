import { articleEnd, type CorpusView } from '../index/segment';

/** An article of the view: number of its segment, and its number there. */
export interface ArticlePlace {
  readonly segment: number;
  readonly article: number;
}

/** The paragraphs of an article, as indexed. */
export function articleParagraphs(view: CorpusView, { segment: number, article }: ArticlePlace): string[] {
  const segment = view[number]!;
  // The last code unit is the end mark of the article.
  return segment.slice(segment.articleStart(article), articleEnd(segment, article) - 1).split('\n');
}
