#!/usr/bin/env node
/**
 * Measures building, completion, passages, search, hover, memory and start, beside other libraries in one run, and
 * checks how the times grow with the corpus: ends with 1 where a growth gate is broken.
 *
 *     npm run bench [-- --corpus PATH…]
 *     npm run bench -- [--corpus PATH…] --sizes 1 22 58    building, disk, memory and questions at so many million characters
 *     npm run bench -- --editor       activation, key to list, memory of the extension host, in a real VS Code
 *
 * Without a corpus it generates one. SQLite comes with Node 22; for others it is installed once (see peers.mjs).
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleTests } from './bundles/bundleTests.mjs';
import { lazyPackagesPlugin } from './bundles/lazyPackages.mjs';
import { printBundleSizes } from './package/bundleSizes.mjs';
import { ownTarget } from './package/targets.mjs';
import { timedActivations, writeTimedPackage } from './package/timedActivation.mjs';
import { buildBundles, bundles, makePackages } from './package.mjs';
import { provideSqlite } from './peers.mjs';
import { root } from './run.mjs';
import { runHarness } from './runHarness.mjs';
import { runEditorTests } from './vscode/editorTests.mjs';

const measures = join(root, 'out', 'editor-measures.txt');
const activations = join(root, 'out', 'editor-activations.jsonl');
const timedPackage = join(root, 'out', 'timed.vsix');

/** Runs test/editor/measures/NAME.measure.ts in a VS Code with these packages, and gives what it wrote down. */
async function measure(name, installed) {
  rmSync(measures, { force: true });
  process.env.FANBEN_MEASURES = measures;
  const out = join(root, 'out', `editor-${name}`);
  const { entry, tests } = await bundleTests([join(root, 'test', 'editor', 'measures', `${name}.measure.ts`)], out);
  const testRun = { tests, results: join(out, 'results.json'), timeoutMs: 600_000 };
  await runEditorTests({ entry, testRun, out: join(out, 'session'), installed });
  if (!existsSync(measures)) throw new Error('Nothing was measured: see the report above.');
  return readFileSync(measures, 'utf8');
}

/** What the writer waits for, and what the extension host takes, with the package installed in the editor of the tests. */
async function benchEditor() {
  const [{ path }] = await makePackages([ownTarget() ?? 'universal']);
  rmSync(activations, { force: true });
  writeTimedPackage(path, timedPackage, activations);
  const speed = await measure('speed', [timedPackage]);
  const bytes = Number(await measure('memory', [path])) - Number(await measure('memory', []));
  console.log(
    `\n${timedActivations(activations)}\n${speed}memory of the extension host for Fanben, draft open  ${(bytes / 1e6).toFixed(1)} MB   (budget 25)`,
  );
}

if (process.argv.includes('--editor')) await benchEditor();
else {
  const sqlite = provideSqlite();
  if (sqlite) process.env.FANBEN_SQLITE = sqlite;
  const programs = ['test/bench/bench.ts', 'test/bench/firstCompletion.ts', 'test/bench/cpuSeconds.ts'];
  // As shipped: what a session does not use is not read, and takes neither time nor memory.
  await runHarness('bench', programs, [lazyPackagesPlugin('../../dist')]);
  await buildBundles();
  if (!printBundleSizes(bundles)) process.exitCode = 1;
}
