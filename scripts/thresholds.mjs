#!/usr/bin/env node
/**
 * From which probability on lists open by themselves, for few, likely and many of them: prints the curve for every size of corpus and
 * what would be chosen; with --write writes src/engine/offers/opening/thresholds.json. To be run when the ranker was trained anew.
 *
 *     npm run thresholds -- --corpus PATH… --tune FILE_OR_FOLDER… [--sizes 0.03,0.3,3] [--passages 12] [--length 400]
 *                           [--top 5] [--seed 21] [--background FILE|none] [--model FILE|none] [--write]
 *
 * `--tune` are articles to fit on (`npm run hold-out`): never those that results are measured on. Minutes.
 */
import { root } from './run.mjs';
import { runHarness } from './runHarness.mjs';

process.env.FANBEN_ROOT ??= root;
await runHarness('thresholds', ['test/eval/fitting/thresholds.ts']);
