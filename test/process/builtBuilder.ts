import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { assemblyPlugin } from '../../scripts/bundles/assembly.mjs';
import { lazyPackagesPlugin } from '../../scripts/bundles/lazyPackages.mjs';

/** The builder process and the command line, bundled from the sources as they are now; what is read late is that of dist/. */
export interface BuiltBuilder {
  readonly folder: string;
  readonly builder: string;
  readonly cli: string;
}

let built: Promise<BuiltBuilder> | undefined;

/** Bundled once for all process tests, and removed when they end. */
export function buildBuilder(): Promise<BuiltBuilder> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<BuiltBuilder> {
  const folder = mkdtempSync(join(tmpdir(), 'fanben-builder-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const lazy of ['packages', 'tables']) cpSync(resolve('dist', lazy), join(folder, lazy), { recursive: true });
  await build({
    entryPoints: {
      builder: 'src/corpus/builder/main.ts',
      sortWorker: 'src/corpus/builder/sorting/sortWorker.ts',
      mineWorker: 'src/corpus/builder/mining/mineWorker.ts',
      parentWatch: 'src/corpus/builder/parentWatch.ts',
      cli: 'src/cli/main.ts',
    },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // As in scripts/build.mjs: a process that starts reads no package before it is used.
    mainFields: ['module', 'main'],
    target: 'node20',
    external: ['vscode'],
    plugins: [assemblyPlugin, lazyPackagesPlugin()],
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '"file:///"' },
    alias: { nodejieba: './test/process/quickSegmenter.ts', 'jieba-wasm': './test/process/quickSegmenter.ts' },
    // A hundred processes read it.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'silent',
  });
  return { folder, builder: join(folder, 'builder.js'), cli: join(folder, 'cli.js') };
}
