import { articleEnd, type CorpusView } from '../../../index/segment';

/** What the topics of all drafts share: one number of each article of the view. */
export interface TopicScale {
  /** By segment: the number of its first article, counted through the view. */
  readonly firstArticle: readonly number[];
  readonly articles: number;
  readonly characters: number;
  /** By article: what a score is worth less in a longer one. */
  readonly scale: Float32Array;
}

/** Numbers the articles of a view through, and measures each once. */
export function topicScale(view: CorpusView): TopicScale {
  const firstArticle: number[] = [];
  let articles = 0;
  let characters = 0;
  for (const segment of view) {
    firstArticle.push(articles);
    articles += segment.articleCount;
    characters += segment.length;
  }
  const scale = new Float32Array(articles);
  view.forEach((segment, number) => {
    for (let a = 0; a < segment.articleCount; a++) {
      scale[firstArticle[number]! + a] = 1 / Math.sqrt(200 + articleEnd(segment, a) - segment.articleStart(a));
    }
  });
  return { firstArticle, articles, characters, scale };
}
