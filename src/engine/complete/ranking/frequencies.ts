import type { PhraseTree } from '../../background/phraseTree';
import type { CorpusView } from '../../index/segment';
import type { Frequency } from '../sources/frequency';
import type { PooledCandidate } from './candidates';
import { columnOf, FEATURE_NAMES } from './features';
import { likeliestSavers } from './likeliestSavers';
import type { Ranker } from './ranker';
import type { RequestInput } from './requestFacts';

/** A smaller corpus is in memory, and counted in at once. UTF-16 code units. */
const LEAST = 15_000_000;
/** A character that stands everywhere tells how much text a corpus is beside what a background was counted in. */
const EVERYWHERE = '的';
/** So much less often than that beside the background's count a phrase stands, for the background counts what is recent for more. */
const PHRASES = 0.5;
/** `SEEN` × count ^ `POWER`: what stands so often behind the last characters of the draft does so behind all. Fitted at 58 M. */
const SEEN = 1.3;
const POWER = 0.7;
/** Candidates that are counted: fewer, or all, save no other keys (60 passages of 400 at 22 M: 1, 24, 40, all .3398 to .3402). */
const COUNTED = 24;

/**
 * An estimate where counting a hundred candidates would take long: a search in a corpus on disk reads two pages. Undefined where it would not, or where
 * there is no background to tell.
 */
export function estimateFor(view: CorpusView, tree: PhraseTree | undefined): RequestInput['estimate'] {
  if (!tree || view.reduce((sum, { length }) => sum + length, 0) < LEAST) return undefined;
  const code = EVERYWHERE.charCodeAt(0);
  const here = view.reduce((sum, segment) => sum + segment.bucketStart(code + 1) - segment.bucketStart(code), 0);
  const scale = (PHRASES * here) / Math.max(1, tree.countOf(EVERYWHERE));
  return ({ backgroundCount, contextCount }) =>
    backgroundCount > 0 ? backgroundCount * scale : SEEN * contextCount ** POWER;
}

const LOG_FREQUENCY = columnOf('logFrequency');
const LOG_RECENT = columnOf('logRecentOverCorpus');

/** Counts the candidates that would save most by `probability`, which was ranked by estimates, and ranks them again. */
export function countLikeliest(
  rows: Float32Array,
  pool: readonly PooledCandidate[],
  probability: Float64Array,
  frequency: Frequency,
  ranker: Ranker,
): void {
  const width = FEATURE_NAMES.length;
  const likeliest = likeliestSavers(pool, probability, COUNTED);
  const counted = new Set<number>();
  const again = new Float32Array(likeliest.length * width);
  likeliest.forEach((candidate, n) => {
    const { text, prefix } = pool[candidate]!;
    const row = rows.subarray(candidate * width, (candidate + 1) * width);
    const log = Math.log(frequency(candidate, text, counted.has(prefix) ? prefix : -1) + 0.5);
    row[LOG_RECENT] = row[LOG_RECENT]! + row[LOG_FREQUENCY]! - log;
    row[LOG_FREQUENCY] = log;
    counted.add(candidate);
    again.set(row, n * width);
  });
  ranker(again, likeliest.length).forEach((ranked, n) => {
    probability[likeliest[n]!] = ranked;
  });
}
