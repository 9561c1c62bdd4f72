import { ADVISED_NAMES } from './advice';
import { FEATURE_NAMES } from './features';
import { createRanker, type Ranker } from './ranker';
import weights from './rankerWeights.json';
import weightsWithModel from './rankerWeightsWithModel.json';
import weightsWithoutBackground from './rankerWeightsWithoutBackground.json';

/**
 * The rankers that Fanben ships. Throws where their weights do not belong to the features.
 *
 * @param withModel in place of the one that hears the model: while that is trained
 */
export function shippedRankers(withModel?: Ranker): Rankers {
  return {
    withBackground: createRanker(weights, FEATURE_NAMES),
    withoutBackground: createRanker(weightsWithoutBackground, FEATURE_NAMES),
    withModel: withModel ?? createRanker(weightsWithModel, ADVISED_NAMES),
  };
}

/** One for answers with a background of set phrases, and one for those without: what they know of a candidate differs. */
export interface Rankers {
  readonly withBackground: Ranker;
  readonly withoutBackground: Ranker;
  /** Of the candidates that a language model was asked about, with a background: rows of `ADVISED_NAMES`. */
  readonly withModel: Ranker;
}

/** The same with a background and without; a language model is not asked. */
export const oneRanker = (ranker: Ranker): Rankers => ({
  withBackground: ranker,
  withoutBackground: ranker,
  withModel: ranker,
});
