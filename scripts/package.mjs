#!/usr/bin/env node
/**
 * Makes the packages: out/package/*.vsix and fanben-*.tgz, and says what each holds.
 *
 *     npm run package [-- TARGET…]      targets as VS Code names them, `universal`, `npm`; all of them without a choice
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { buildAll } from './build.mjs';
import { nativeBinary } from './package/nativeBinary.mjs';
import { readManifest, stageCommand, stageExtension } from './package/stage.mjs';
import { targets } from './package/targets.mjs';
import { root } from './run.mjs';

const out = join(root, 'out', 'package');
const { name, version, repository } = readManifest();

/** Absolute path of a package: `fanben-0.1.0.vsix` is the universal one. */
export function packagePath(kind) {
  if (kind === 'npm') return join(out, `${name}-${version}.tgz`);
  return join(out, `${name}-${version}${kind === 'universal' ? '' : `-${kind}`}.vsix`);
}

/** vsce prints a tree of files for each package; its warnings and errors still come through. */
async function withoutTrees(work) {
  const { log } = console;
  console.log = () => {};
  await work().finally(() => {
    console.log = log;
  });
}

/** Where the bundles are that packages are made of. */
export const bundles = join(out, 'bundles');

/** Bundles for production, of which packages are made. */
export async function buildBundles() {
  mkdirSync(out, { recursive: true });
  return { dist: bundles, metafile: await buildAll({ production: true, outdir: bundles, binary: undefined }) };
}

/**
 * Lays out an extension as it will be installed.
 *
 * @param {import('./package/stage.mjs').Built} built
 * @param {string} kind `universal` or a target
 * @returns {Promise<{ folder: string, segmenters: string }>} absolute path, and what cuts words in it
 */
export async function layOutExtension(built, kind) {
  const folder = join(out, kind);
  const { binary, why } = kind === 'universal' ? {} : await nativeBinary(kind);
  stageExtension(built, folder, binary);
  writeFileSync(join(folder, '.vscodeignore'), ''); // all of it
  const segmenters = binary ? 'nodejieba, jieba-wasm' : `jieba-wasm${why ? ` (nodejieba: ${why})` : ''}`;
  return { folder, segmenters };
}

/** Makes `packagePath(kind)` of what was laid out in the folder. */
export async function makeVsix(folder, kind) {
  const home = repository.url.replace(/\.git$/, '');
  const options = {
    cwd: folder,
    packagePath: packagePath(kind),
    target: kind === 'universal' ? undefined : kind,
    dependencies: false,
    baseContentUrl: `${home}/blob/HEAD`,
    baseImagesUrl: `${home}/raw/HEAD`,
  };
  await withoutTrees(() => createVSIX(options));
}

async function packageExtension(built, kind) {
  const { folder, segmenters } = await layOutExtension(built, kind);
  await makeVsix(folder, kind);
  return segmenters;
}

function packageCommand(built) {
  const folder = join(out, 'npm');
  stageCommand(built, folder);
  const pack = ['pack', '--ignore-scripts', '--silent', `--pack-destination=${out}`];
  const { status, stderr } = spawnSync('npm', pack, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm pack: ${stderr}`);
  return 'jieba-wasm';
}

/**
 * @param {readonly string[]} kinds
 * @returns {Promise<{ kind: string, path: string, bytes: number, segmenters: string }[]>}
 */
export async function makePackages(kinds) {
  const built = await buildBundles();
  const made = [];
  for (const kind of kinds) {
    const segmenters = kind === 'npm' ? packageCommand(built) : await packageExtension(built, kind);
    const path = packagePath(kind);
    made.push({ kind, path, bytes: statSync(path).size, segmenters });
  }
  return made;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const all = ['universal', ...Object.keys(targets), 'npm'];
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter(kind => !all.includes(kind));
  if (unknown.length > 0) {
    console.error(`Unknown target: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
    process.exitCode = 2;
  } else {
    for (const { path, bytes, segmenters } of await makePackages(chosen.length > 0 ? chosen : all))
      console.log(`${(bytes / 1e6).toFixed(1).padStart(6)} MB  ${path.slice(root.length + 1)}  ${segmenters}`);
  }
}
