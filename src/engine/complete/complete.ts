import type { CorpusView } from '../index/segment';
import { chooseSet } from './chooseSet';
import { type Completer, createCompleter, type Ranked } from './completer';
import type { PooledCandidate } from './features';
import { phraseSources } from './phraseSources';
import { createRanker, type Ranker } from './ranker';
import weights from './rankerWeights.json';

/** What is asked: the draft up to and after the cursor. */
export interface CompletionRequest {
  /** The draft before the cursor, whole (the draft itself is a source of continuations). `…，推动高|` */
  readonly before: string;
  /** The rest of the line after the cursor. */
  readonly after: string;
  /** Title of the draft, if it has one: leans the answer towards its topic. */
  readonly title?: string;
  /** How many items at most. */
  readonly limit: number;
  /** Offer phrases for pinyin letters at the cursor. */
  readonly pinyin?: boolean;
}

/** One continuation. `推动高|` → `{ text: '高质量发展', replace: 1 }`: `text` stands for the last `replace` characters. */
export interface Continuation {
  readonly text: string;
  /** UTF-16 code units before the cursor that `text` replaces: the same for all Han items; the letters for pinyin items. */
  readonly replace: number;
  /** In how many distinct articles (near-duplicates once) it occurs after the matched context; 0: only in the draft itself. */
  readonly articles: number;
  readonly occurrences: number;
  /** The newest place it occurs at: segment number in the view, and position of the continuation's first character. */
  readonly source: { readonly segment: number; readonly position: number } | null;
}

/** An item must be expected to save this many keystrokes, or it is noise. */
const LEAST_GAIN = 0.004;

const ranker: Ranker = createRanker(weights);
const completers = new WeakMap<CorpusView, Completer>();

/** Ranked continuations, best first; empty rather than noise. Never throws; bounded time, whatever the corpus. */
export function complete(view: CorpusView, request: CompletionRequest): Continuation[] {
  const before = request.before.replaceAll('\r', '');
  if (before === '') return [];
  let completer = completers.get(view);
  if (!completer) completers.set(view, (completer = createCompleter(view)));
  const ranked = completer.rank(before, request.title ?? '', ranker);
  const chosen = chooseContinuations(ranked, request);
  const replace = chosen[0] ? wordAtCursor(view, before, ranked, chosen[0]) : 0;
  return chosen.map(candidate => {
    const context = ranked.contextLength(candidate);
    const sources = phraseSources(view, before.slice(before.length - context) + candidate.text);
    return {
      text: before.slice(before.length - replace) + candidate.text,
      replace,
      articles: context > 0 ? sources.articles : 0,
      occurrences: context > 0 ? sources.occurrences : 0,
      source:
        context > 0 && sources.newest
          ? { segment: sources.newest.segment, position: sources.newest.position + context }
          : null,
    };
  });
}

function chooseContinuations(ranked: Ranked, { after, limit }: CompletionRequest): PooledCandidate[] {
  const pool: PooledCandidate[] = [];
  return chooseSet(ranked.pool, ranked.probability, limit + 4, LEAST_GAIN)
    .map(index => ranked.pool[index]!)
    .filter(({ text }) => !(after !== '' && after.startsWith(text)))
    .filter(candidate => {
      if (pool.length >= limit) return false;
      pool.push(candidate);
      return true;
    });
}

/** Longest word a cursor may stand in. */
const LONGEST_WORD = 4;

/** How many characters before the cursor belong to the word that the best continuation goes on with. */
function wordAtCursor(view: CorpusView, before: string, ranked: Ranked, best: PooledCandidate): number {
  const context = ranked.contextLength(best);
  if (context === 0 || ranked.wordStartsHere > 0.5) return 0;
  const { newest } = phraseSources(view, before.slice(before.length - context) + best.text);
  if (!newest) return 0;
  const segment = view[newest.segment]!;
  for (let back = 0; back <= Math.min(LONGEST_WORD, context); back++) {
    if (segment.isWordStart(newest.position + context - back)) return back;
  }
  return 0;
}
