/** Articles to choose from, and those that a draft is written after. */
import * as v from 'valibot';
import { integer, listOf, natural, path, type Schemas } from './schema';

/** An article of the corpus: absolute path of its file, 0-based number in it. */
const articleRef = v.object({ path, entry: natural });
export type ArticleRef = v.InferOutput<typeof articleRef>;

/** An article to choose by what is known of it; date ISO 8601, as precise as it is known. */
export interface ArticleEntry extends ArticleRef {
  /** Empty where it has none. */
  title: string;
  date: string | null;
  speaker: string | null;
}

/** `path`: of the file whose articles are wanted. */
const articlesParams = v.object({ path: v.optional(path) });
export type ArticlesParams = v.InferOutput<typeof articlesParams>;

/** Articles to choose from, in the order that was asked for. */
export interface Articles {
  articles: ArticleEntry[];
  /** There are more than one answer may hold. */
  isCut: boolean;
}

/** A stretch of an article: 0-based paragraphs, UTF-16 offsets in them, `end` exclusive. */
const articleRange = v.object({ paragraph: integer, start: integer, endParagraph: integer, end: integer });
export type ArticleRange = v.InferOutput<typeof articleRange>;

/** An article and its outline, to stand beside a draft. */
export interface Exemplar extends ArticleEntry {
  /** It is not asked now: a filter, a folder or the writer leaves it out. Completion does not lean to it then. */
  isHidden: boolean;
  nodes: ExemplarNode[];
}
/** A heading, a numbered point or a paragraph, and the stretch of the article that it covers. */
export interface ExemplarNode extends ArticleRange {
  kind: 'heading' | 'point' | 'paragraph';
  label: string;
  children: ExemplarNode[];
}

const skeletonParams = v.object({ ...articleRef.entries, range: v.optional(articleRange) });
/** The article, and the stretch of it that is wanted; without one, all of it. */
export type SkeletonParams = v.InferOutput<typeof skeletonParams>;

const exemplarsParams = v.object({ articles: listOf(articleRef) });

/** About articles to write after; `server/exemplars` answers. */
export interface ExemplarRequests {
  /** The articles that are asked now, those of folders that weigh more first, then the newest; or all of one file in its order. */
  'fanben/articles': { params: ArticlesParams; result: Articles };
  /** An article with its outline; null where the index does not have it. */
  'fanben/exemplar': { params: ArticleRef; result: Exemplar | null };
  /**
   * An article, or a stretch of it, as snippet text with slots for what is its own; a whole one with a line of guidance before
   * each part. Null where the index does not have it.
   */
  'fanben/skeleton': { params: SkeletonParams; result: string | null };
}

/** Which articles those are. */
export interface ExemplarNotifications {
  /** The articles that completions lean towards from now on. */
  'fanben/setExemplars': { params: v.InferOutput<typeof exemplarsParams> };
}

/** What checks the params of each. */
export const exemplarSchemas: Schemas<ExemplarRequests & ExemplarNotifications> = {
  'fanben/articles': articlesParams,
  'fanben/exemplar': articleRef,
  'fanben/skeleton': skeletonParams,
  'fanben/setExemplars': exemplarsParams,
};
