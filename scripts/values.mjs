#!/usr/bin/env node
/**
 * What an item of a list is worth by its length and by the mark at its end: types articles once for each pair of numbers and prints what
 * is saved; with --write writes the best into src/engine/complete/ranking/itemValue.json.
 *
 *     npm run values -- --corpus PATH… --tune FILE_OR_FOLDER… [--sizes 0.03,0.3,3] [--passages 12] [--length 400]
 *                       [--top 5] [--seed 21] [--background FILE|none] [--write]
 *
 * `--tune` are articles to fit on (`npm run hold-out`): never those that results are measured on. Minutes.
 */
import { root } from './run.mjs';
import { runHarness } from './runHarness.mjs';

process.env.FANBEN_ROOT ??= root;
await runHarness('values', ['test/eval/fitting/values.ts']);
