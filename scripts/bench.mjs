#!/usr/bin/env node
/**
 * Measures building, completion, passages, search, hover, memory and start, beside other libraries in one run, and
 * checks how the times grow with the corpus: ends with 1 where a growth gate is broken.
 *
 *     npm run bench [-- --corpus PATH…]
 *     npm run bench -- --editor       activation, and key to list, in a real VS Code
 *
 * Without a corpus it generates one.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { bundleTests } from './bundleTests.mjs';
import { printBundleSizes } from './package/bundleSizes.mjs';
import { buildBundles, bundles } from './package.mjs';
import { root } from './run.mjs';
import { runHarness } from './runHarness.mjs';
import { runEditorTests } from './vscode/editorTests.mjs';

/** What the writer waits for, in the editor the tests use. */
async function benchEditor() {
  const measures = join(root, 'out', 'editor-speed.txt');
  rmSync(measures, { force: true });
  process.env.FANBEN_MEASURES = measures;
  await buildAll({ production: true });
  const folder = join(root, 'test', 'editor');
  const out = join(root, 'out', 'editor-speed');
  const { entry, bundled } = await bundleTests([join(folder, 'speed.measure.ts')], folder, out, true);
  const testRun = { files: bundled, results: join(out, 'results.json'), timeoutMs: 120_000 };
  await runEditorTests({ entry, testRun, out: join(out, 'session') });
  if (!existsSync(measures)) throw new Error('Nothing was measured: see the report above.');
  console.log(`\n${readFileSync(measures, 'utf8')}`);
}

if (process.argv.includes('--editor')) await benchEditor();
else {
  await runHarness('bench', ['test/bench/bench.ts', 'test/bench/firstCompletion.ts', 'test/bench/cpuSeconds.ts']);
  await buildBundles();
  if (!printBundleSizes(bundles)) process.exitCode = 1;
}
