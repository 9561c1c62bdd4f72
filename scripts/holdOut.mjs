#!/usr/bin/env node
/**
 * Sets a fixed share of a collection apart, so that what is learned from the rest can be measured honestly: half of it to
 * tune on (OUT/tune), half to measure on (OUT/held), a file for each of the collection.
 *
 *     npm run hold-out -- --corpus FILE… --out DIR
 */
import { runHarness } from './runHarness.mjs';

await runHarness('holdOut', ['test/eval/holdOut.ts']);
