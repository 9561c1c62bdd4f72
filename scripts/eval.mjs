#!/usr/bin/env node
/**
 * How many keystrokes the completions save on articles the corpus does not have, beside other ways of completing.
 *
 *     npm run eval -- --corpus PATH… --held FILE_OR_FOLDER… [--passages 40] [--length 400] [--top 5] [--seed 7]
 *                     [--no-peers] [--json]
 *     npm run eval -- --frames       only how well frames are mined from the articles marked by hand
 *
 * What the columns mean stands in test/eval/report.ts.
 */
import { root } from './run.mjs';
import { runHarness } from './runHarness.mjs';

process.env.FANBEN_ROOT ??= root;
await runHarness('eval', ['test/eval/eval.ts']);
