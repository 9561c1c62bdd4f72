import { textOf } from '../../engine/background/countPhrases';
import type { CorpusView } from '../../engine/index/segment';

/** After so many years a wording counts half. */
const HALF_LIFE_YEARS = 6;
/** Never less than this: what was said for decades is no less set. */
const LEAST_WEIGHT = 0.2;
/** Nobody knows when: as one in the middle. */
const UNDATED_WEIGHT = 0.5;
/** Years are told from collections by being below this. */
const COLLECTION_STEP = 10_000;

/** How much each article of a view counts, by the numbers of its segment and of the article there. */
export interface ArticleWeights {
  /** What an occurrence in an article counts, 1 on average; 0 leaves the article out. */
  readonly weightOf: (segment: number, article: number) => number;
  /** Alike for articles of the same collection and year. */
  readonly groupOf: (segment: number, article: number) => number;
  /** Articles that count, and their characters. */
  readonly articles: number;
  readonly characters: number;
}

/**
 * How much each article counts: near-duplicates once, copies of what is to be left out not at all, recent years more.
 *
 * @param collections absolute paths, each a collection
 */
export function weighArticles(
  view: CorpusView,
  collections: readonly string[],
  isCopy: (text: string) => boolean,
): ArticleWeights {
  const clusters = new Set<number>();
  const weights: Float64Array[] = [];
  const groups: Int32Array[] = [];
  const newest = newestYear(view);
  let articles = 0;
  let characters = 0;
  let sum = 0;
  for (const segment of view) {
    const weightsHere = new Float64Array(segment.articleCount);
    const groupsHere = new Int32Array(segment.articleCount);
    weights.push(weightsHere);
    groups.push(groupsHere);
    for (let article = 0; article < segment.articleCount; article++) {
      const { date, path, cluster } = segment.meta(article);
      const year = yearOf(date);
      groupsHere[article] = COLLECTION_STEP * collections.findIndex(collection => path.startsWith(collection)) + year;
      if ((segment.hasDead && segment.isDead(article)) || clusters.has(cluster)) continue;
      const text = textOf(segment, article);
      if (isCopy(text.replaceAll('\n', ''))) continue;
      clusters.add(cluster);
      const weight = year === 0 ? UNDATED_WEIGHT : Math.max(LEAST_WEIGHT, 0.5 ** ((newest - year) / HALF_LIFE_YEARS));
      weightsHere[article] = weight;
      sum += weight * text.length;
      characters += text.length;
      articles++;
    }
  }
  const mean = sum / Math.max(1, characters);
  return {
    weightOf: (segment, article) => weights[segment]![article]! / mean,
    groupOf: (segment, article) => groups[segment]![article]!,
    articles,
    characters,
  };
}

const yearOf = (date: string | null): number => (date === null ? 0 : Number(date.slice(0, 4)));

function newestYear(view: CorpusView): number {
  let newest = 0;
  for (const segment of view) {
    for (let article = 0; article < segment.articleCount; article++) {
      newest = Math.max(newest, yearOf(segment.meta(article).date));
    }
  }
  return newest;
}
