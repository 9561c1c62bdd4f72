#!/usr/bin/env node
/**
 * Fits the weights by which particulars of a speech are told (names, bodies, projects, numbers) to the speeches marked by hand in
 * test/eval/skeleton/articles, and writes src/engine/skeleton/tagger/weights.json. First it says how well each third of them is told by
 * weights of the others.
 *
 *     npm run tagger -- [--epochs 18] [--missed 0] [--lost 0] [--favour 0] [--folds 3] [--copies 2] [--seen 3] [--without-writing] [--mistakes]
 *
 * `--missed` and `--lost`: what it costs to leave a particular, and to take a letter too many. `--favour`: in doubt a slot. `--copies`: so often each
 * speech is learned from once more with other names in it. `--seen`: in so many speeches a sign has to be to get a weight.
 */
import { root } from './run.mjs';
import { runHarness } from './runHarness.mjs';

process.env.FANBEN_ROOT ??= root;
await runHarness('tagger', ['test/eval/skeleton/fitting/fit.ts']);
