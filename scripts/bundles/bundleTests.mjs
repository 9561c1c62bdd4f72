import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../run.mjs';
import { assemblyPlugin } from './assembly.mjs';

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  external: ['vscode'],
  plugins: [assemblyPlugin],
  sourcemap: 'inline',
  sourcesContent: false,
  logLevel: 'warning',
};

/**
 * Bundles test files into one, and what runs them: what they share is read once, and exists once.
 * Throws where something does not bundle; esbuild has then said what.
 *
 * @param {readonly string[]} files absolute paths
 * @param {string} outdir is emptied first
 * @returns {Promise<{ entry: string, tests: string }>} absolute paths
 */
export async function bundleTests(files, outdir) {
  rmSync(outdir, { recursive: true, force: true });
  const entry = join(outdir, 'run.cjs');
  const tests = join(outdir, 'tests.cjs');
  await build({ ...options, entryPoints: [join(root, 'test/editor/harness/run.ts')], outfile: entry });
  const contents = files.map(file => `import ${JSON.stringify(file)};`).join('\n');
  await build({ ...options, stdin: { contents, resolveDir: root }, outfile: tests });
  return { entry, tests };
}
