#!/usr/bin/env node
/**
 * Bundles the extension into dist/.
 *
 *     node scripts/build.mjs [--watch] [--production]
 *
 * `--production` minifies, and stages what cannot be bundled into dist/node_modules, so that dist/ works anywhere.
 */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';
import { lazyEntries, lazyPackagesPlugin } from './lazyPackages.mjs';
import { root } from './run.mjs';

/** Bundle -> source. */
const entries = {
  client: 'src/client/extension.ts',
  server: 'src/server/main.ts',
  builder: 'src/corpus/builder/main.ts',
  sortWorker: 'src/corpus/builder/sortWorker.ts',
  mineWorker: 'src/corpus/builder/mineWorker.ts',
  cli: 'src/cli/main.ts',
};

/**
 * Packages that stay packages, with the files they need at run time.
 * nodejieba finds its binary and dictionaries beside itself, jieba-wasm its .wasm; bundled, both look in the wrong place.
 */
const staged = {
  nodejieba: ['package.json', 'LICENSE', 'index.js', 'build/Release/nodejieba.node', 'submodules/cppjieba/dict'],
  'jieba-wasm': ['package.json', 'LICENSE', 'pkg/nodejs'],
};

/** Packages that are bundled, but find some of their files beside themselves. */
const data = {
  // What a PDF leaves to its reader: the tables of Chinese encodings, and the fonts that need not be in the file.
  'pdfjs-dist': ['package.json', 'LICENSE', 'cmaps', 'standard_fonts'],
};

const dist = join(root, 'dist');

function stagePackages() {
  for (const [name, files] of Object.entries({ ...staged, ...data })) {
    const from = join(root, 'node_modules', name);
    // An optional package that could not be built is left out.
    if (!files.every(file => existsSync(join(from, file)))) continue;
    for (const file of files) {
      const to = join(dist, 'node_modules', name, file);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(from, file), to, { recursive: true });
    }
  }
}

/** @param {boolean} production */
function options(production) {
  return {
    absWorkingDir: root,
    entryPoints: { ...entries, ...lazyEntries },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Not `main` first: the UMD builds that some packages name there hide their `require` from a bundler.
    mainFields: ['module', 'main'],
    external: ['vscode', ...Object.keys(staged)],
    plugins: [lazyPackagesPlugin],
    // A dynamic import becomes a `require`: the extension host does not import from a CommonJS bundle.
    supported: { 'dynamic-import': false },
    // Asked for by packages that look for an optional one beside themselves: there is none.
    define: { 'import.meta.url': '"file:///"' },
    minify: production,
    sourcemap: production ? false : 'linked',
    logLevel: 'warning',
  };
}

/** Builds once. Throws where something does not build; esbuild has then said what. */
export async function buildAll({ production = false } = {}) {
  if (production) rmSync(dist, { recursive: true, force: true });
  await build(options(production));
  if (production) stagePackages();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--watch')) {
    const watching = await context({ ...options(false), logLevel: 'info' });
    await watching.watch();
  } else {
    await buildAll({ production: process.argv.includes('--production') }).catch(() => {
      process.exitCode = 1;
    });
  }
}
