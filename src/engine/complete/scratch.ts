import { type FeatureRows, newFeatureRows } from './ranking/features';
import { type BackgroundEvidence, newBackgroundEvidence } from './sources/backgroundSource';
import { type Blend, newBlend } from './sources/blend';
import { ContinuationTrie, MAX_NODES } from './sources/continuationTrie';
import { CORPUS_COUNTERS, COUNTERS } from './sources/counters';
import { type NodeEvidence, newEvidence } from './sources/nodeEvidence';

/**
 * The tables that an answer is worked out in: ten megabytes, so every request uses the same. Nothing in them outlives the
 * request. Who answers from one view after another hands them on.
 */
export interface Scratch {
  readonly trie: ContinuationTrie;
  readonly evidence: NodeEvidence;
  readonly background: BackgroundEvidence;
  readonly blend: Blend;
  readonly features: FeatureRows;
}

/** New tables; see `Scratch` for who shares them. */
export const createScratch = (): Scratch => ({
  trie: new ContinuationTrie(COUNTERS, CORPUS_COUNTERS),
  evidence: newEvidence(MAX_NODES),
  background: newBackgroundEvidence(),
  blend: newBlend(),
  features: newFeatureRows(),
});
