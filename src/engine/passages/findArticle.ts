import { articleEnd, type CorpusView } from '../index/segment';

/** An article of the view: number of its segment, and its number there. */
export interface ArticlePlace {
  readonly segment: number;
  readonly article: number;
}

/** The living article that a file holds at this entry; null if it is not indexed. */
export function findArticle(view: CorpusView, path: string, entry: number): ArticlePlace | null {
  for (const found of articlesOf(view, path)) {
    if (view[found.segment]!.meta(found.article).entry === entry) return found;
  }
  return null;
}

/** All living articles of a file. */
export function* articlesOf(view: CorpusView, path: string): Generator<ArticlePlace> {
  for (const [number, segment] of view.entries()) {
    for (let article = 0; article < segment.articleCount; article++) {
      if (!segment.isDead(article) && segment.meta(article).path === path) yield { segment: number, article };
    }
  }
}

/** The paragraphs of an article, as indexed. */
export function articleParagraphs(view: CorpusView, { segment: number, article }: ArticlePlace): string[] {
  const segment = view[number]!;
  // The last code unit is the end mark of the article.
  return segment.slice(segment.articleStart(article), articleEnd(segment, article) - 1).split('\n');
}
