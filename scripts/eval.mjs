#!/usr/bin/env node
/**
 * How many keystrokes the completions save on articles the corpus does not have, beside other ways of completing.
 *
 *     npm run eval -- --corpus PATH… --held FILE_OR_FOLDER… [--passages 40] [--length 400] [--top 5] [--seed 7]
 *                     [--no-peers] [--json]
 *
 * What the columns mean stands in test/eval/report.ts.
 */
import { runHarness } from './runHarness.mjs';

await runHarness('eval', ['test/eval/eval.ts']);
