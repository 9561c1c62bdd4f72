#!/usr/bin/env node
/**
 * Attacks the builder, the index and the server for a few minutes: kills, damaged files, hostile folders, nonsense for messages, edits
 * against a model document, endless texts in every request, memory over many completions. Every input is made by seed; counts are
 * printed; ends with 1 where something gave way.
 *
 *     npm run attack [-- NAME…] [--seed N] [--share 0.1]
 *
 * `--share`: how much of the whole is done. `npm test` does a hundredth.
 */
import { runHarness } from './runHarness.mjs';

await runHarness('attack', ['test/attack/attack.ts']);
