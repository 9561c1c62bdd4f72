#!/usr/bin/env node
/**
 * Bundles the extension into dist/.
 *
 *     node scripts/build.mjs [--watch] [--production]
 *
 * `--production` minifies, and stages what cannot be bundled into dist/node_modules, so that dist/ works anywhere.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';
import { assemblyPlugin } from './bundles/assembly.mjs';
import { inAscii } from './bundles/inAscii.mjs';
import { lazyEntries, lazyPackagesPlugin } from './bundles/lazyPackages.mjs';
import { leanPdfPlugin } from './bundles/leanPdf.mjs';
import { oneNamespacePlugin } from './bundles/oneNamespace.mjs';
import { root } from './run.mjs';

/** Bundle -> source. */
const entries = {
  client: 'src/client/extension.ts',
  server: 'src/server/main.ts',
  builder: 'src/corpus/builder/main.ts',
  sortWorker: 'src/corpus/builder/sorting/sortWorker.ts',
  mineWorker: 'src/corpus/builder/mining/mineWorker.ts',
  parentWatch: 'src/corpus/builder/parentWatch.ts',
  cli: 'src/cli/main.ts',
  mcp: 'src/cli/serving/serveTools.ts',
};

/**
 * Packages that stay packages, with the files they need at run time.
 * nodejieba finds its binary and dictionaries beside itself, jieba-wasm its .wasm; bundled, both look in the wrong place.
 */
const staged = {
  nodejieba: [
    'package.json',
    'LICENSE',
    'index.js',
    ...['LICENSE', 'deps/limonp/LICENSE'].map(file => `submodules/cppjieba/${file}`),
    ...['jieba', 'user'].map(name => `submodules/cppjieba/dict/${name}.dict.utf8`),
    ...['hmm_model', 'stop_words'].map(name => `submodules/cppjieba/dict/${name}.utf8`),
  ],
  'jieba-wasm': ['package.json', 'LICENSE', 'pkg/nodejs/jieba_rs_wasm.js', 'pkg/nodejs/jieba_rs_wasm_bg.wasm'],
};

/** Packages that are bundled, but find some of their files beside themselves. */
const data = {
  // What a PDF leaves to its reader: the tables of Chinese encodings, and the fonts that need not be in the file.
  'pdfjs-dist': ['package.json', 'LICENSE', 'cmaps', 'standard_fonts'],
};

const BINARY = 'build/Release/nodejieba.node';
/** Weights for choosing keywords, which nobody here asks nodejieba for; without the file it ends the process. Its own has 6 MB. */
const KEYWORD_WEIGHTS = { file: 'submodules/cppjieba/dict/idf.utf8', text: '的 1\n' };

const modules = join(root, 'node_modules');

/** nodejieba's binary for this machine: absolute path, or `undefined` where it could not be built. */
export function ownBinary() {
  const file = join(modules, 'nodejieba', BINARY);
  return existsSync(file) ? file : undefined;
}

/** Declarations and maps are for whoever develops. */
const isNeeded = path => !/\.(map|ts|mts|cts)$/.test(path);

/**
 * Puts the packages that could not be bundled beside the bundles.
 *
 * @param {string} dist
 * @param {string | undefined} binary nodejieba's, for the platform wanted; without one nodejieba is left out
 */
export function stagePackages(dist, binary) {
  const place = (name, file) => {
    const to = join(dist, 'node_modules', name, file);
    mkdirSync(dirname(to), { recursive: true });
    return to;
  };
  for (const [name, files] of Object.entries({ ...staged, ...data })) {
    if (name === 'nodejieba' && !binary) continue;
    for (const file of files) {
      cpSync(join(modules, name, file), place(name, file), { recursive: true, filter: isNeeded });
    }
  }
  if (!binary) return;
  cpSync(binary, place('nodejieba', BINARY));
  writeFileSync(place('nodejieba', KEYWORD_WEIGHTS.file), KEYWORD_WEIGHTS.text);
}

const rewrite = (file, change) => writeFileSync(file, change(readFileSync(file, 'utf8')));

/**
 * @param {boolean} production
 * @param {string} outdir
 */
function options(production, outdir) {
  return {
    absWorkingDir: root,
    entryPoints: { ...entries, ...lazyEntries },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Not `main` first: the UMD builds that some packages name there hide their `require` from a bundler.
    mainFields: ['module', 'main'],
    external: ['vscode', ...Object.keys(staged)],
    plugins: [assemblyPlugin, lazyPackagesPlugin(), oneNamespacePlugin, leanPdfPlugin],
    // A dynamic import becomes a `require`: the extension host does not import from a CommonJS bundle.
    supported: { 'dynamic-import': false },
    // Asked for by packages that look for an optional one beside themselves: there is none.
    define: { 'import.meta.url': '"file:///"' },
    minify: production,
    sourcemap: production ? false : 'linked',
    metafile: true,
    logLevel: 'warning',
  };
}

/**
 * Builds once. Throws where something does not build; esbuild has then said what.
 *
 * @param {object} [options]
 * @param {boolean} [options.production]
 * @param {string} [options.outdir] absolute; emptied first if for production
 * @param {string} [options.binary] nodejieba's that is staged; `undefined` for none, by default this machine's
 * @returns {Promise<import('esbuild').Metafile>} what is in each bundle
 */
export async function buildAll({ production = false, outdir = join(root, 'dist'), ...rest } = {}) {
  if (production) rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build(options(production, outdir));
  if (!production) return metafile;
  for (const file of Object.keys(metafile.outputs)) rewrite(join(root, file), inAscii);
  stagePackages(outdir, 'binary' in rest ? rest.binary : ownBinary());
  return metafile;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--watch')) {
    const watching = await context({ ...options(false, join(root, 'dist')), logLevel: 'info' });
    await watching.watch();
  } else {
    await buildAll({ production: process.argv.includes('--production') }).catch(() => {
      process.exitCode = 1;
    });
  }
}
