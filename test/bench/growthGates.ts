import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type CorpusArticle, upTo } from '../eval/corpusText';
import { random } from '../eval/random';
import { builderSeconds } from './builderSeconds';
import { type Gate, growthOf } from './growth';
import { indexArticles, type MeasuredIndex } from './measuredIndex';
import { miningGates } from './miningGates';
import { outlineGates } from './outlineGates';
import { questions } from './questions';
import { drawSamples, type SampleSizes } from './samples';

const SMALL = 1_000_000;
/** Characters of the large corpus. */
export const LARGE = 8 * SMALL;
/** Every build takes a while before it begins. Beyond the small corpus this one has a fourth of what the large one has. */
const MIDDLE = SMALL + (LARGE - SMALL) / 4;
/** What caches and longer binary searches cost, with room for a busy machine. */
const LIMITS = { median: 2, worst: 3, build: 4 * 1.5 };
const SEED = 14;
const SIZES: SampleSizes = { drafts: 2, draftLength: 300, phrases: 300, queries: 0 };

/** The gates of the index on generated text, and of its builder. */
export async function growthGates(
  generated: readonly CorpusArticle[],
  large: MeasuredIndex,
  temporary: string,
): Promise<readonly Gate[]> {
  const small = await indexArticles(upTo(generated, SMALL), join(temporary, 'small'));
  const ask = ({ view }: MeasuredIndex) => questions(view, drawSamples(view, SIZES, random(SEED)));
  const [ofSmall, ofLarge] = [ask(small), ask(large)];
  const flat = (
    name: string,
    kind: 'completion' | 'passages' | 'longPassages',
    quantile: 'p50' | 'p99',
    limit: number,
  ): Gate => ({
    kind: 'flat',
    name,
    factor: LARGE / SMALL,
    limit,
    measure: () => growthOf(quantile, ofSmall[kind], ofLarge[kind]),
  });
  return [
    flat('completion, median', 'completion', 'p50', LIMITS.median),
    flat('completion, worst of 100', 'completion', 'p99', LIMITS.worst),
    flat('passages of a long phrase, median', 'longPassages', 'p50', LIMITS.median),
    flat('passages, worst of 100', 'passages', 'p99', LIMITS.worst),
    {
      kind: 'linear',
      name: 'build, processor time',
      factor: (LARGE - SMALL) / (MIDDLE - SMALL),
      limit: LIMITS.build,
      async measure() {
        const seconds: number[] = [];
        for (const characters of [SMALL, MIDDLE, LARGE]) {
          const folder = await mkdtemp(join(temporary, 'growth-'));
          seconds.push(await builderSeconds(folder, () => indexArticles(upTo(generated, characters), folder)));
        }
        const [start = 0, middle = 0, end = 0] = seconds;
        return (end - start) / (middle - start);
      },
    },
    ...miningGates(),
    ...outlineGates(),
  ];
}
