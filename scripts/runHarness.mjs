import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildAll } from './build.mjs';
import { assemblyPlugin } from './bundles/assembly.mjs';
import { leanPdfPlugin } from './bundles/leanPdf.mjs';
import { root } from './run.mjs';

/**
 * Builds dist/, bundles the programs of a harness under test/ and runs the first with the arguments of this process,
 * in a process of its own that has memory for a large corpus. Its exit code becomes ours.
 *
 * @param {string} name of the folder under out/ where the bundles go
 * @param {readonly string[]} sources relative to the project; the others are for the first to start
 * @param {readonly import('esbuild').Plugin[]} plugins
 */
export async function runHarness(name, sources, plugins = []) {
  const outdir = join(root, 'out', name);
  rmSync(outdir, { recursive: true, force: true });
  try {
    await buildAll();
    await build({
      absWorkingDir: root,
      entryPoints: sources.map(source => join(root, source)),
      outdir,
      outExtension: { '.js': '.cjs' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      packages: 'external',
      plugins: [assemblyPlugin, leanPdfPlugin, ...plugins],
      define: { 'import.meta.url': '"file:///"' },
      sourcemap: 'linked',
      logLevel: 'warning',
    });
  } catch {
    process.exitCode = 1; // esbuild has said what does not build
    return;
  }
  const entry = join(outdir, sources[0].replace(/^.*\//, '').replace(/\.ts$/, '.cjs'));
  const options = ['--enable-source-maps', '--max-old-space-size=8192', '--expose-gc'];
  const { status } = spawnSync(process.execPath, [...options, entry, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, FANBEN_ROOT: root },
  });
  process.exitCode = status ?? 1;
}
