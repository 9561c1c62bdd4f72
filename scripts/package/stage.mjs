import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stagePackages } from '../build.mjs';
import { root } from '../run.mjs';
import { commandFiles, extensionFiles, onlyInExtension } from './contents.mjs';
import { thirdPartyNotices } from './notices.mjs';

/**
 * @typedef {object} Built
 * @property {string} dist absolute path of bundles for production; what stands beside them is staged anew
 * @property {import('esbuild').Metafile} metafile
 */

export function readManifest() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

/** Only what whoever uses the package needs: how it is built, and that it must not be published by accident, is ours. */
function userManifest({
  private: _,
  scripts,
  devDependencies,
  dependencies,
  optionalDependencies,
  overrides,
  allowScripts,
  ...manifest
}) {
  return manifest;
}

/** Lays out a package in the folder `to`, emptied first. */
function layOut({ dist, metafile }, to, { files, manifest, isWanted, binary }) {
  rmSync(to, { recursive: true, force: true });
  for (const file of files) {
    const path = file.replace(/\?$/, '');
    const from = join(root, path);
    if (file.endsWith('?') && !existsSync(from)) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(from, join(to, path), { recursive: true });
  }
  const bundles = join(to, 'dist');
  for (const output of Object.keys(metafile.outputs)) {
    const bundle = bundleName(output);
    if (!isWanted(bundle)) continue;
    mkdirSync(dirname(join(bundles, bundle)), { recursive: true });
    cpSync(join(dist, bundle), join(bundles, bundle));
  }
  stagePackages(bundles, binary);
  const notices = thirdPartyNotices(metafile, bundles, output => isWanted(bundleName(output)));
  writeFileSync(join(to, 'ThirdPartyNotices.txt'), notices);
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** `out/package/bundles/packages/linkedom.js` -> `packages/linkedom.js` */
const bundleName = output => /((packages|tables)\/)?[^/]+$/.exec(output)[0];

/**
 * The extension as it will be installed.
 *
 * @param {Built} built
 * @param {string} to absolute path of a folder
 * @param {string | undefined} binary nodejieba's; without it the portable segmenter serves
 */
export function stageExtension(built, to, binary) {
  const { bin, ...manifest } = userManifest(readManifest());
  delete manifest.engines.node;
  layOut(built, to, { files: extensionFiles, manifest, isWanted: () => true, binary });
}

/** The command line and language server as npm will install them: no VS Code, no nodejieba, nothing to fetch. */
export function stageCommand(built, to) {
  const { name, version, license, keywords, repository, bugs, bin, engines } = readManifest();
  const description =
    'Command line and language server of Fanben: index Chinese speeches, complete phrases, find their sources';
  const manifest = {
    ...{ name, version, description, license, keywords, repository, bugs, bin },
    engines: { node: engines.node },
    type: 'commonjs',
    files: ['dist', 'snippets', 'checks', 'media', 'CHANGELOG.md', 'README.en.md', 'ThirdPartyNotices.txt'],
  };
  const isWanted = bundle => !onlyInExtension.includes(bundle);
  layOut(built, to, { files: commandFiles, manifest, isWanted, binary: undefined });
}
