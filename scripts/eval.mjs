#!/usr/bin/env node
/**
 * How many keystrokes the completions save on articles the corpus does not have, beside other ways of completing.
 *
 *     npm run eval -- --corpus PATH… --held FILE_OR_FOLDER… [--passages 40] [--length 400] [--top 5] [--seed 7]
 *                     [--no-peers] [--json]
 *     npm run eval -- --sizes 0.03,0.3,3,all [--subsets 3] [--background FILE|none] --corpus PATH… --held FILE_OR_FOLDER…
 *                     with corpora of these sizes (millions of characters), with the background of set phrases and without
 *     npm run eval -- --occasion --corpus PATH… [--base 0.3] [--drafts 6] [--passages 40] [--length 400]
 *                     what earlier speeches on the same occasion are worth: the newest of each series of the corpus typed with none,
 *                     the last one and the last five of it beside a base of so many millions of characters
 *     npm run eval -- --frames       only how well frames are mined from the articles marked by hand
 *     npm run eval -- --skeletons    only how well the slots of skeletons fit the particulars marked by hand; with --held FOLDER…
 *                                    in speeches of one's own, marked as those in test/eval/skeleton are
 *     npm run eval -- --checks       only precision and recall of the checks, on drafts with marked faults
 *     npm run eval -- --checks --corpus PATH… --held FILE [--draws 3,19,23] [--drafts 6]
 *                     what the checks say of speeches that are as they were given: so many drawn, once for each number
 *     npm run eval -- --import       only how well files of every kind are read, PDFs of a browser too where there is one
 *
 * What the columns mean stands in test/eval/report.ts.
 */
import { root } from './run.mjs';
import { runHarness } from './runHarness.mjs';
import { findBrowser } from './vscode/browser.mjs';

process.env.FANBEN_ROOT ??= root;
if (process.argv.includes('--import')) process.env.FANBEN_BROWSER ??= (await findBrowser()) ?? '';
await runHarness('eval', ['test/eval/eval.ts']);
