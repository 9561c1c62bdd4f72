import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Packages that become a file of their own in dist/packages/, read when something of them is first used, and shared by
 * all bundles. For what is large and what many sessions never need. Sources import them as any other package:
 *
 *     import { pinyin } from 'pinyin-pro';   // nothing is read yet
 *     pinyin('范本');                         // now dist/packages/pinyin-pro.js is
 *
 * So what is imported may not be used while a module is being loaded (`class A extends B`, a constant made with it).
 */
export const lazyPackages = [
  '@mozilla/readability',
  'aws4fetch',
  'docx',
  'fuse.js',
  'iconv-lite',
  'jsonc-parser',
  'linkedom',
  'opencc-js/t2cn',
  '@vant/area-data',
  'papaparse',
  'pdfjs-dist/legacy/build/pdf.mjs',
  'pdfjs-dist/legacy/build/pdf.worker.mjs',
  'pinyin-pro',
  'postal-mime',
  'undici',
  'vscode-languageclient/node',
];

/** `opencc-js/t2cn` -> `packages/opencc-js.t2cn`, without extension. */
const bundleOf = name => `packages/${name.replace('@', '').replaceAll('/', '.')}`;

/**
 * The same for large tables of our own, `.json` beside the module that asks for them: bundle -> file. They are imported
 * as ever, too, and read when something of them is first used.
 */
const lazyTables = {
  'tables/rankerWithoutModel': 'src/engine/complete/ranking/rankerWeights.json',
  'tables/rankerWithModel': 'src/engine/complete/ranking/rankerWeightsWithModel.json',
  'tables/rankerWithoutBackground': 'src/engine/complete/ranking/rankerWeightsWithoutBackground.json',
  'tables/tagger': 'src/engine/skeleton/tagger/weights.json',
};

/** What esbuild bundles beside the entries: bundle -> package or file. */
export const lazyEntries = {
  ...Object.fromEntries(lazyPackages.map(name => [bundleOf(name), name])),
  ...lazyTables,
};

/**
 * Stands in for a package or a table in the bundles that import it. esbuild copies the properties of a CommonJS module when it is
 * imported, and keeps its prototype: so this one has no properties, and a prototype that reads the package when asked.
 */
const standIn = (folder, bundle) => `
  let loaded;
  const load = () => (loaded ??= require(${JSON.stringify(`${folder}/${bundle}.js`)}));
  const get = (_, key) => {
    if (key === '__esModule') return true;
    const exported = load();
    return key === 'default' && !exported.__esModule ? exported : exported[key];
  };
  module.exports = Object.create(new Proxy({}, { get }));
`;

/**
 * @param {string} folder where their bundles lie, relative to what is built: by default beside it
 * @returns {import('esbuild').Plugin}
 */
export const lazyPackagesPlugin = (folder = '.') => ({
  name: 'lazy packages',
  setup({ onResolve, onLoad, initialOptions: { absWorkingDir: project = process.cwd() } }) {
    /** Absolute path of a table -> its bundle. */
    const tableBundles = new Map(Object.entries(lazyTables).map(([bundle, file]) => [join(project, file), bundle]));
    const namespace = 'lazy';
    const filter = /^[^./]/;
    onResolve({ filter }, ({ path, kind, namespace: from }) => {
      if (kind === 'entry-point' || !lazyPackages.includes(path)) return undefined;
      // A stand-in is CommonJS, whatever the name of what it stands for.
      return from === namespace ? undefined : { path: `${path}.cjs`, pluginData: bundleOf(path), namespace };
    });
    onResolve({ filter: /^\.{1,2}\/.*\.json$/ }, ({ path, kind, resolveDir }) => {
      const bundle = kind === 'entry-point' ? undefined : tableBundles.get(join(resolveDir, path));
      return bundle && { path: `${bundle}.cjs`, pluginData: bundle, namespace };
    });
    onResolve({ filter: /\/(packages|tables)\//, namespace }, ({ path }) => ({ path, external: true }));
    // One object: as an entry of its own, every line of a table would become an export.
    onLoad({ filter: /\.json$/ }, ({ path }) =>
      tableBundles.has(path) ? { contents: `module.exports = ${readFileSync(path, 'utf8')}`, loader: 'js' } : undefined,
    );
    onLoad({ filter: /./, namespace }, ({ pluginData }) => ({ contents: standIn(folder, pluginData), loader: 'js' }));
  },
});
