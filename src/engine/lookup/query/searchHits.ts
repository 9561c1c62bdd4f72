import type { CorpusView } from '../../index/segment';
import type { Hit } from '../../passages/search/hit';
import type { CutWords } from '../../text/segmentWords';
import { ask } from './ask';
import type { Query } from './query';

/** What the writer would rather see, where sentences answer equally well. */
export interface Preference {
  /** Is the file in the writer's own folder, not in a collection? */
  isOwn(path: string): boolean;
  /** Is the article like the draft? */
  isLike(segment: number, article: number): boolean;
}

/** How many sentences, and which are preferred. */
export interface SearchOptions {
  readonly limit: number;
  /** Beside the words of the query: what its letters spell. */
  readonly wordings?: readonly string[];
  readonly cutWords: CutWords;
  readonly preference?: Preference | undefined;
}

/** What is ranked, however few are asked for: what the writer would rather see may stand behind as many others. */
const MOST_RANKED = 200;

/**
 * The sentences that answer a query, each once: those with the words as typed before scattered ones, of either the first one of each
 * article before second ones, then those of articles like the draft, then those of the writer's own folder, then as `ask` has them.
 *
 * @param view the one that the filter of the query leaves
 */
export function searchHits(
  view: CorpusView,
  query: Query,
  { limit, wordings = [], cutWords, preference }: SearchOptions,
): Hit[] {
  const asked = [query.words, ...wordings];
  const most = preference && limit > 0 ? Math.max(limit, MOST_RANKED) : limit;
  const found = once(asked.flatMap(words => ask(view, { ...query, words }, most, cutWords)));
  return inOrder(view, found.filter(isAnswer), preference ?? NONE).slice(0, limit);
}

const NONE: Preference = { isOwn: () => true, isLike: () => true };

/** One character of what was asked is no answer: 抓 of 扑下身子抓落实. */
const isAnswer = ({ isScattered, spans }: Hit): boolean =>
  !isScattered || spans.reduce((sum, [start, end]) => sum + end - start, 0) > 1;

/** A sentence with two of the wordings is one. */
function once(hits: readonly Hit[]): Hit[] {
  const known = new Map<string, Hit>();
  for (const hit of hits) {
    const { path, entry } = hit.article;
    const key = [path, entry, hit.paragraph, hit.sentence].join('\0');
    const before = known.get(key);
    if (!before || (before.isScattered && !hit.isScattered)) known.set(key, hit);
  }
  return [...known.values()];
}

function inOrder(view: CorpusView, hits: readonly Hit[], { isOwn, isLike }: Preference): Hit[] {
  const seen = new Map<number, number>();
  const keyed = hits.map(hit => {
    const { segment, position } = hit.place;
    const turn = seen.get(hit.article.cluster) ?? 0;
    seen.set(hit.article.cluster, turn + 1);
    const like = isLike(segment, view[segment]!.articleAt(position));
    return { hit, key: [Number(hit.isScattered), turn, Number(!like), Number(!isOwn(hit.article.path))] };
  });
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ hit }) => hit);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((value, at) => value !== b[at]);
  return differs < 0 ? 0 : a[differs]! - b[differs]!;
}
