import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { root } from './run.mjs';

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  external: ['vscode'],
  sourcemap: 'inline',
  logLevel: 'warning',
};

/**
 * Bundles test files into `outdir`, each by itself, or `together` into one, and what runs them.
 * Throws where something does not bundle; esbuild has then said what.
 *
 * @param {readonly string[]} files absolute paths
 * @param {string} outbase folder that they are all in
 * @param {string} outdir is emptied first
 * @param {boolean} together
 * @returns {Promise<{ entry: string, bundled: string[] }>}
 */
export async function bundleTests(files, outbase, outdir, together) {
  rmSync(outdir, { recursive: true, force: true });
  const entry = join(outdir, 'run.cjs');
  await build({ ...options, entryPoints: [join(root, 'test/editor/harness/run.ts')], outfile: entry });
  if (together) {
    const outfile = join(outdir, 'tests.cjs');
    const contents = files.map(file => `import ${JSON.stringify(file)};`).join('\n');
    await build({ ...options, stdin: { contents, resolveDir: root }, outfile });
    return { entry, bundled: [outfile] };
  }
  await build({ ...options, entryPoints: files, outbase, outdir, outExtension: { '.js': '.cjs' } });
  return { entry, bundled: files.map(file => join(outdir, relative(outbase, file).replace(/\.ts$/, '.cjs'))) };
}
