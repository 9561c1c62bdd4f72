import { FEATURE_NAMES } from './features';
import { createRanker, type Ranker } from './ranker';
import weights from './rankerWeights.json';

/** The ranker that Fanben ships. Throws where its weights do not belong to the features. */
export const shippedRanker = (): Ranker => createRanker(weights, FEATURE_NAMES);
