#!/usr/bin/env node
/**
 * Measures building, completion, passages, search, hover, memory and start, beside other libraries in one run, and
 * checks how the times grow with the corpus: ends with 1 where a growth gate is broken.
 *
 *     npm run bench [-- --corpus PATH…]
 *
 * Without a corpus it generates one.
 */
import { runHarness } from './runHarness.mjs';

await runHarness('bench', ['test/bench/bench.ts', 'test/bench/firstCompletion.ts', 'test/bench/cpuSeconds.ts']);
