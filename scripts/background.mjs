#!/usr/bin/env node
/**
 * Builds the background of set phrases that Fanben ships with, from a collection of public texts.
 *
 *     npm run background -- --corpus PATH… [--without FILE]… [--least 8] [--out media/background.bin]
 *
 * `--without` are files of `npm run hold-out`: the share of the collection that completion is measured on.
 */
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { root, run } from './run.mjs';

const args = process.argv.slice(2);
await buildAll();
const out = args.includes('--out') ? [] : ['--out', join(root, 'media', 'background.bin')];
try {
  run(process.execPath, ['--max-old-space-size=4096', join(root, 'dist', 'cli.js'), 'background', ...args, ...out], {
    cwd: process.cwd(),
  });
} catch {
  process.exitCode = 1; // the program has said why
}
