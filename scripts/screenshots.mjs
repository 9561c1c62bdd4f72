#!/usr/bin/env node
/**
 * Takes pictures of the sample draft in a real VS Code. Look at them afterwards: nothing else does.
 *
 *     node scripts/screenshots.mjs              those of the README, light and dark: media/screenshots/*.png
 *     node scripts/screenshots.mjs --look-up    every surface of looking up, in three themes: out/screenshots/*.png
 *     node scripts/screenshots.mjs --corpus     every surface of the corpus, likewise
 *     node scripts/screenshots.mjs --libraries  a library in every state, light and dark
 *
 * `--grep=TITLE` keeps only some scenes.
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

const inRoot = (...names) => join(root, ...names);
const sets = {
  '--look-up': {
    scenes: ['lookupScenes.ts', 'checkScenes.ts'],
    workspace: inRoot('examples'),
    screenshots: inRoot('out', 'screenshots'),
  },
  '--corpus': { scenes: ['corpusScenes.ts'], screenshots: inRoot('out', 'screenshots') },
  '--libraries': { scenes: ['libraryScenes.ts'], screenshots: inRoot('out', 'screenshots') },
};
const chosen = Object.keys(sets).find(name => process.argv.includes(name));
const { scenes, workspace, screenshots } = sets[chosen] ?? {
  scenes: ['readmeScenes.ts'],
  workspace: inRoot('examples'),
  screenshots: inRoot('media', 'screenshots'),
};

const grep = process.argv.find(arg => arg.startsWith('--grep='))?.slice('--grep='.length);

await buildAll();
const { entry, tests } = await bundleTests(
  scenes.map(file => join(harness, file)),
  join(out, 'test'),
);
await runEditorTests({
  entry,
  testRun: { tests, results, timeoutMs: 180_000, retries: 1, grep },
  out: join(out, 'session'),
  workspace,
  screenshots,
  locale: 'zh-cn',
});
const ended = existsSync(results) ? Object.values(JSON.parse(readFileSync(results, 'utf8'))) : [{ failed: 1 }];
process.exitCode = ended.every(({ failed }) => failed === 0) ? 0 : 1;
