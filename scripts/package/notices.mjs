import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../run.mjs';

/** A file so named, or any in a folder so named: `LICENSE`, `LICENSE-MIT.txt`, `THIRD_PARTY_LICENSES.md`, `LICENSES/OpenCC.txt`. */
const LICENSE = /(^|[/\\])((third.?party.?)?(licen[cs]es?|notices?)|copying)([-./\\][^/\\]*)?$/i;
const isLicense = path => LICENSE.test(path) && !/node_modules|\.(c?js|mjs|ts|json|map)$/.test(path);
const read = file => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();

/** `a/node_modules/@b/c/d.js` -> `a/node_modules/@b/c`, the folder of the innermost package; `undefined` for our own files. */
function packageFolder(input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/**
 * Packages of which there is code in the bundles, as folders relative to the project.
 *
 * @param {import('esbuild').Metafile} metafile
 * @param {(bundle: string) => boolean} isWanted bundle such as `server.js`
 */
function bundledFolders(metafile, isWanted) {
  const folders = Object.entries(metafile.outputs)
    .filter(([output]) => isWanted(output))
    .flatMap(([, { inputs }]) => Object.keys(inputs).filter(input => inputs[input].bytesInOutput > 0))
    .map(packageFolder);
  return new Set(folders.filter(Boolean));
}

/** Licences under `folder`, nested ones too: a package may carry others' work, each with a licence of its own. */
function licensesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .filter(isLicense)
    .map(path => join(folder, path))
    .filter(path => statSync(path).isFile())
    .sort();
}

function notice(folder) {
  const licenses = licensesUnder(folder);
  const { name, version, license, author } = JSON.parse(read(join(folder, 'package.json')));
  // What MIT, BSD, ISC and Apache ask for is their text with the copyright line in it: a name alone is not enough.
  if (licenses.length === 0 && !license) throw new Error(`${name} ${version} names no license: it cannot be packaged.`);
  const by = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  const texts = licenses.length > 0 ? licenses.map(read) : [`Copyright (c) ${by}\n\nLicensed under ${license}.`];
  return `${name} ${version} (${license ?? basename(licenses[0])})\n\n${[...new Set(texts)].join('\n\n')}\n`;
}

/**
 * The licences of everything that is not ours in a package, made from what really is in it.
 * Throws where a package names no licence.
 *
 * @param {import('esbuild').Metafile} metafile of its bundles
 * @param {string} dist folder of the bundles, with the packages that stand beside them
 * @param {(bundle: string) => boolean} isWanted
 */
export function thirdPartyNotices(metafile, dist, isWanted) {
  const bundled = [...bundledFolders(metafile, isWanted)].map(folder => notice(join(root, folder)));
  const modules = join(dist, 'node_modules');
  const beside = existsSync(modules)
    ? readdirSync(modules)
        .flatMap(name =>
          name.startsWith('@') ? readdirSync(join(modules, name)).map(sub => `${name}/${sub}`) : [name],
        )
        .map(name => notice(join(modules, name)))
    : [];
  const rule = `\n${'-'.repeat(80)}\n\n`;
  const head =
    'Fanben is under the license in LICENSE. It contains the following works of others, under their own licenses.\n';
  return [head, ...new Set([...bundled, ...beside].sort())].join(rule);
}
