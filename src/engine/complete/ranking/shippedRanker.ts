import { FEATURE_NAMES } from './features';
import { createRanker, type Ranker } from './ranker';
import weights from './rankerWeights.json';
import weightsWithoutBackground from './rankerWeightsWithoutBackground.json';

/** The rankers that Fanben ships. Throws where their weights do not belong to the features. */
export function shippedRankers(): Rankers {
  return {
    withBackground: createRanker(weights, FEATURE_NAMES),
    withoutBackground: createRanker(weightsWithoutBackground, FEATURE_NAMES),
  };
}

/** One for answers with a background of set phrases, and one for those without: what they know of a candidate differs. */
export interface Rankers {
  readonly withBackground: Ranker;
  readonly withoutBackground: Ranker;
}

/** The same for both. */
export const oneRanker = (ranker: Ranker): Rankers => ({ withBackground: ranker, withoutBackground: ranker });
