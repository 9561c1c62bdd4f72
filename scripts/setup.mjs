#!/usr/bin/env node
/**
 * Provides what a fresh clone needs, and does nothing, at once, where nothing is missing. Plain Node: it runs before `npm ci`.
 *
 *     node scripts/setup.mjs             packages
 *     node scripts/setup.mjs --editor    packages, and a VS Code with a browser and a Chinese font for the editor tests
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run } from './run.mjs';

const modules = join(root, 'node_modules');
const noNative = join(modules, '.nodejieba-unavailable');

/** Is every package of the lock file installed in its version? By content: time stamps say nothing after a checkout. */
function packagesAreInstalled() {
  const installedList = join(modules, '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const read = file => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = read(installedList);
  return Object.entries(read(join(root, 'package-lock.json'))).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || installed[path]?.version === version,
  );
}

function nodejiebaWorks() {
  return (
    spawnSync(process.execPath, ['-e', 'require("nodejieba").cut("范本")'], { cwd: root, stdio: 'ignore' }).status === 0
  );
}

/** nodejieba is native: npm may have been told to run no install scripts, and a machine may have no compiler. */
function provideNodejieba() {
  const home = join(modules, 'nodejieba');
  const binary = join(home, 'build', 'Release', 'nodejieba.node');
  if (existsSync(binary) || existsSync(noNative)) return;
  const installer = join(modules, '@mapbox', 'node-pre-gyp', 'bin', 'node-pre-gyp');
  if (existsSync(home)) {
    spawnSync(process.execPath, [installer, 'install', '--fallback-to-build'], { cwd: home, stdio: 'ignore' });
    if (nodejiebaWorks()) return;
  }
  writeFileSync(noNative, '');
  console.warn('nodejieba cannot be built here; jieba-wasm takes its place. 此处无法编译 nodejieba，改用 jieba-wasm。');
}

/** Packages of the lock file. */
function providePackages() {
  if (!packagesAreInstalled()) run('npm', ['ci', '--no-audit', '--no-fund']);
  provideNodejieba();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    providePackages();
    if (process.argv.includes('--editor')) {
      // Only now are the packages there that it imports.
      const { testExecutable } = await import('./vscode/executable.mjs');
      console.log(await testExecutable());
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
