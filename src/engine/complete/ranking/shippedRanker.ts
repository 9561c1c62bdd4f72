import { ADVISED_NAMES } from './advice';
import { FEATURE_NAMES } from './features';
import { createRanker, type Ranker } from './ranker';
import weights from './rankerWeights.json';
import weightsWithModel from './rankerWeightsWithModel.json';
import weightsWithoutBackground from './rankerWeightsWithoutBackground.json';

/**
 * The rankers that Fanben ships, each unpacked when it is first asked for: a session rarely needs all three. Asking for
 * one throws where its weights do not belong to the features.
 *
 * @param withModel in place of the one that hears the model: while that is trained
 */
export function shippedRankers(withModel?: Ranker): Rankers {
  let background: Ranker | undefined;
  let none: Ranker | undefined;
  let model = withModel;
  return {
    get withBackground() {
      background ??= createRanker(weights, FEATURE_NAMES);
      return background;
    },
    get withoutBackground() {
      none ??= createRanker(weightsWithoutBackground, FEATURE_NAMES);
      return none;
    },
    get withModel() {
      model ??= createRanker(weightsWithModel, ADVISED_NAMES);
      return model;
    },
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
