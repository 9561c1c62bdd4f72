#!/usr/bin/env node
/**
 * Trains the ranker of completions and writes src/engine/complete/ranking/rankerWeights.json.
 *
 *     npm run train -- --corpus PATH… --tune FILE_OR_FOLDER… [--held FILE_OR_FOLDER…] [--sizes 0.3,2,all]
 *                      [--passages 110] [--trees 130] [--leaves 24] [--seed 21] [--out FILE]
 *
 * `--tune` are articles to learn from, `--held` articles to compare the new weights with the shipped ones on: with it,
 * weights are written only where they save more. `--sizes` are corpus sizes in millions of characters.
 */
import { runHarness } from './runHarness.mjs';

await runHarness('train', ['test/eval/training/train.ts']);
