#!/usr/bin/env node
/**
 * Takes the pictures of the README, light and dark, of the sample draft in a real VS Code: media/screenshots/*.png.
 * Look at them afterwards: nothing else does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { bundleTests } from './bundles/bundleTests.mjs';
import { root } from './run.mjs';
import { runEditorTests } from './vscode/editorTests.mjs';

const out = join(root, 'out', 'screenshots-run');
const results = join(root, 'out', 'screenshots.json');
const harness = join(root, 'test', 'editor', 'harness');

await buildAll();
const { entry, tests } = await bundleTests([join(harness, 'readmeScenes.ts')], join(out, 'test'));
await runEditorTests({
  entry,
  testRun: { tests, results, timeoutMs: 60_000 },
  out: join(out, 'session'),
  workspace: join(root, 'examples'),
  screenshots: join(root, 'media', 'screenshots'),
  locale: 'zh-cn',
});
process.exitCode = existsSync(results) && JSON.parse(readFileSync(results, 'utf8')).failed === 0 ? 0 : 1;
