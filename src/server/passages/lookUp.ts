import type { FuzzyPair } from '../../engine/complete/pinyin/fuzzyPinyin';
import type { Suggestions } from '../../engine/complete/suggestions';
import type { CorpusView } from '../../engine/index/segment';
import { ask } from '../../engine/lookup/query/ask';
import { parseQuery } from '../../engine/lookup/query/query';
import type { ArticleFilter } from '../../engine/passages/lens';
import { cutWords } from '../../engine/text/segmentWords';
import { paths } from '../../paths/pathIdentity';
import type { LookUpHit, LookUpParams } from '../protocol/passages';
import { passageMessage } from './passageRef';

/** No answer is longer, whatever is asked for. */
const MOST = 200;
/** Phrases that letters may stand for: what comes behind them is hardly meant. */
const MOST_SPELLED = 5;
/** Pinyin, whole or initials, with or without blanks: `scx`, `shou chu xin`. */
const LETTERS = /^[a-z][a-z ]{0,58}[a-z]$/;

/** In what is looked up. */
export interface LookUpScope {
  /** The view that a filter leaves; an empty one leaves all. */
  viewOf(filter: ArticleFilter): CorpusView;
  /** What letters are spelled by; undefined where the writer wants no pinyin. */
  readonly pinyin?: { readonly suggestions: Pick<Suggestions, 'spelled'>; readonly fuzzy: readonly FuzzyPair[] };
  /** Corpus folders, the writer's own first. */
  readonly roots: readonly string[];
}

/**
 * Sentences with the words, best first: as typed before scattered, of either those of the writer's own folder first. Letters
 * also find the phrases that they spell: `scx` → sentences with 守初心. Filters, exact wording and gaps as `parseQuery` reads them.
 */
export function lookUp({ viewOf, pinyin, roots }: LookUpScope, { words, limit }: LookUpParams): LookUpHit[] {
  const most = Math.max(0, Math.min(limit, MOST));
  // The own ones may stand behind as many of other folders.
  const asked = roots.length > 1 && most > 0 ? MOST : most;
  const query = parseQuery(words);
  const wordings = [query.words, ...(query.hasGap || query.isExact ? [] : spelled(query.words, pinyin))];
  const found = wordings.flatMap(one => ask(viewOf(query.filter), { ...query, words: one }, asked, cutWords));
  const hits = found.map(hit => ({
    ...passageMessage(hit),
    sentence: hit.sentence,
    spans: hit.spans.map(([start, end]): [number, number] => [start, end]),
    isScattered: hit.isScattered,
  }));
  const [own] = roots;
  const rank = ({ isScattered, path }: LookUpHit) => (isScattered ? 2 : 0) + (isBelow(path, own) ? 0 : 1);
  return once(hits)
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, most);
}

function spelled(words: string, pinyin: LookUpScope['pinyin']): string[] {
  const typed = words.trim();
  if (!pinyin || !LETTERS.test(typed)) return [];
  return pinyin.suggestions.spelled(typed.replaceAll(' ', ''), MOST_SPELLED, pinyin.fuzzy);
}

/** A sentence with two of the phrases is one. */
function once(hits: readonly LookUpHit[]): LookUpHit[] {
  const known = new Map<string, LookUpHit>();
  for (const hit of hits) {
    const key = [hit.path, hit.entry, hit.paragraph, hit.sentence].join('\0');
    const before = known.get(key);
    if (!before || (before.isScattered && !hit.isScattered)) known.set(key, hit);
  }
  return [...known.values()];
}

function isBelow(path: string, root: string | undefined): boolean {
  return root !== undefined && paths.isWithin(path, root);
}
